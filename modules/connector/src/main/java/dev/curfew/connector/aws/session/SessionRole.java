package dev.curfew.connector.aws.session;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The role whose sessions are issued. It bounds all of them; each is narrowed to the policy that was asked for.
///
/// @param name without its path, as IAM's calls on roles take it
record SessionRole(String arn, String name) {
    /// IAM API Reference, CreateRole: names of 1 to 64 of these.
    private static final Pattern SHAPE =
            Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/(?:[\\u0021-\\u007E]*/)?([\\w+=,.@-]{1,64})");

    /// @throws SourceException if the connection names none
    static SessionRole of(Connection connection) {
        String arn = connection.settings().getOrDefault(AwsIssuer.SESSION_ROLE, "");
        Matcher matcher = SHAPE.matcher(arn);
        if (!matcher.matches()) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    Messages.of(SessionRole.class).text(arn.isEmpty() ? "role.none" : "role.shape", connection.name()));
        }
        return new SessionRole(arn, matcher.group(1));
    }
}
