package dev.curfew.connector.aws.session;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SessionsId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All sessions of a role, by the role's ARN.
///
/// @param account that it is of
/// @param role its name, without its path
public record RoleSessions(String account, String role) {
    /// The inline policy that ends those that began before it was written.
    static final String POLICY = "curfew-sessions-ended";

    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");

    /// Empty if it is something else.
    public static Optional<RoleSessions> of(CredentialId credential) {
        return SessionsId.holder(credential)
                .map(holder -> ROLE.matcher(holder.nativeId()))
                .filter(Matcher::matches)
                .map(matcher -> new RoleSessions(matcher.group(1), matcher.group(2)));
    }

    /// Whether a caller of this ARN, as STS says it, is in one of them.
    boolean has(String callerArn) {
        return callerArn.contains(":sts::" + account + ":assumed-role/" + role + "/");
    }
}
