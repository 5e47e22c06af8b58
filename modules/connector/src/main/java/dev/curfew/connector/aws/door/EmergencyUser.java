package dev.curfew.connector.aws.door;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.details.Principal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A user and an access key of theirs, as one line: `<ARN of the user> <key id> <secret>`. The role that they become
/// for
/// a session has the user's name and path.
///
/// @param key closed with this
record EmergencyUser(String arn, AwsKey key) implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(EmergencyUser.class);
    private static final Pattern LINE = Pattern.compile("(arn:aws[a-z-]*:iam::\\d{12}:user/\\S+)\\s+(\\S+)\\s+(\\S+)");

    /// @throws SourceException if it is no such line; the message does not repeat it
    static EmergencyUser of(Secret credential) {
        Matcher line = credential.use(characters -> LINE.matcher(new String(characters).strip()));
        if (line.matches()) {
            AwsKey key = AwsKeyText.of(line.group(2), line.group(3), "").orElse(null);
            if (key != null) {
                return new EmergencyUser(line.group(1), key);
            }
        }
        throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape"));
    }

    /// Of the same user.
    ///
    /// @return as [#of] takes it
    Secret with(String keyId, String secret) {
        return Secret.of(arn + " " + keyId + " " + secret);
    }

    String name() {
        return Principal.of(arn).name();
    }

    /// The ARN of the role that belongs to a user of this ARN.
    static String role(String userArn) {
        return userArn.replaceFirst(":user/", ":role/");
    }

    String role() {
        return role(arn);
    }

    @Override
    public void close() {
        key.close();
    }

    /// Without the key's secret.
    @Override
    public String toString() {
        return arn;
    }
}
