package dev.curfew.connector.aws.session;

import dev.curfew.model.text.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The inline policy of a role that ends one of its sessions. AWS's console ends all that were issued before a moment,
/// by `aws:TokenIssueTime` (IAM User Guide, "Revoking IAM role temporary security credentials"); by `aws:userid`,
/// which is the role's id and the session's name, the others go on.
public final class Denial {
    private static final Pattern NAME = Pattern.compile("curfew-[\\w+=,.@-]*\\.until-(\\d{1,12})");

    /// Clocks that AWS takes signatures of differ by 5 minutes at most (IAM User Guide, "Signature Version 4").
    private static final Duration ROOM = Duration.ofMinutes(15);

    private Denial() {}

    /// With the moment from which nobody needs it.
    static String policyName(SessionName session) {
        return session.session() + ".until-" + session.until().getEpochSecond();
    }

    static String document(SessionName session) {
        return CanonicalJson.text(Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(everything(
                        "CurfewEnded", Map.of("StringLike", Map.of("aws:userid", "*:" + session.session()))))));
    }

    /// The statement that denies everything where a condition holds.
    public static Map<String, Object> everything(String sid, Map<String, Object> condition) {
        return Map.of("Sid", sid, "Effect", "Deny", "Action", "*", "Resource", "*", "Condition", condition);
    }

    /// Whether a policy of this name is one, of a session that is over by its own end.
    static boolean isIdle(String policyName, Instant now) {
        Matcher matcher = NAME.matcher(policyName);
        return matcher.matches()
                && Instant.ofEpochSecond(Long.parseLong(matcher.group(1)))
                        .plus(ROOM)
                        .isBefore(now);
    }
}
