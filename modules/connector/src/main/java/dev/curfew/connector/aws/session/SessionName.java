package dev.curfew.connector.aws.session;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A session by what AWS calls it and when it is over:
/// `arn:aws:sts::111122223333:assumed-role/role/session#until/1767225600`.
/// AWS lists no sessions, so that whatever is to be known of one has to be in its name.
///
/// @param arn as STS says of whoever uses it; without the role's path
/// @param session the one part of it that whoever asked for it chose, unique to its window
public record SessionName(String arn, String role, String session, Instant until) {
    private static final String UNTIL = "#until/";
    private static final Pattern SHAPE = Pattern.compile(
            "(arn:aws[a-z-]*:sts::\\d{12}:assumed-role/([\\w+=,.@-]+)/([\\w+=,.@-]+))" + UNTIL + "(\\d{1,12})");

    /// Empty if it is something else.
    public static Optional<SessionName> of(CredentialId credential) {
        Matcher matcher = SHAPE.matcher(credential.nativeId());
        return matcher.matches()
                ? Optional.of(new SessionName(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(4)))))
                : Optional.empty();
    }

    /// What STS will call it.
    static SessionName expected(SessionRole role, String session, Instant until) {
        String[] parts = role.arn().split(":", 6);
        String arn = "arn:" + parts[1] + ":sts::" + parts[4] + ":assumed-role/" + role.name() + "/" + session;
        return new SessionName(arn, role.name(), session, until);
    }

    CredentialId in(SourceName source) {
        return new CredentialId(source, arn + UNTIL + until.getEpochSecond());
    }
}
