package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Reading;
import dev.curfew.connector.tree.XmlInput;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom a key stands for, as STS says.
///
/// @param arn of a user, or of a role's session: `arn:aws:sts::111122223333:assumed-role/deploy/session`
/// @param account twelve digits
public record Caller(String arn, String account) {
    private static final Pattern SESSION = Pattern.compile("arn:(aws[a-z-]*):sts::(\\d{12}):assumed-role/([^/]+)/.+");

    /// @throws MalformedException if the answer is another
    public static Caller read(String xml) {
        Reading result =
                Reading.of(XmlInput.read(xml, "GetCallerIdentityResponse").require("GetCallerIdentityResult"));
        return new Caller(result.text("Arn"), result.text("Account"));
    }

    /// Empty where nothing is told, or what answers is not STS.
    static Optional<Caller> of(AwsAnswer answer) {
        try {
            return answer instanceof AwsAnswer.Done done ? Optional.of(read(done.body())) : Optional.empty();
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    /// The account's resource; empty if the ARN has another shape.
    Optional<String> accountArn() {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && account.matches("\\d{12}")
                ? Optional.of("arn:" + parts[1] + ":iam::" + account + ":root")
                : Optional.empty();
    }

    /// The ARN of the user, or of the role whose session it is. A session's ARN lacks its role's path, so the role is
    /// found by name, which is unique in an account.
    Set<String> identities(AccountDetails details) {
        Matcher session = SESSION.matcher(arn);
        if (!session.matches()) {
            return Set.of(arn);
        }
        String prefix = "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/";
        return details.roles().stream()
                .map(role -> role.holder())
                .filter(role ->
                        role.name().equals(session.group(3)) && role.arn().startsWith(prefix))
                .map(role -> role.arn())
                .collect(Collectors.toSet());
    }
}
