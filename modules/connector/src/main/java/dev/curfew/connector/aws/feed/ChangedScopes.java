package dev.curfew.connector.aws.feed;

import dev.curfew.connector.aws.details.Section;
import dev.curfew.connector.aws.facts.Scopes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// In which scopes an action of IAM changes something. One that is not known here may have changed any of what the
/// account's details hold, which cost little to read again.
final class ChangedScopes {
    static final Set<String> DETAILS = Set.of(
            Section.USERS.scope(),
            Section.GROUPS.scope(),
            Section.ROLES.scope(),
            Section.POLICIES.scope(),
            Scopes.POLICY_RESOURCES);

    /// What is read user by user.
    static final Set<String> CREDENTIALS = Set.of(Scopes.ACCESS_KEYS, Scopes.ACCESS_KEY_LAST_USED, Scopes.PASSWORDS);

    /// A user who comes or goes has credentials, or had.
    private static final Set<String> OF_USERS = Set.of("CreateUser", "DeleteUser", "UpdateUser");

    /// What actions are about that nothing here is read of.
    private static final List<String> UNREAD = List.of(
            "AccountAlias",
            "AccountPasswordPolicy",
            "MFADevice",
            "OpenIDConnectProvider",
            "Organizations",
            "SAMLProvider",
            "SSHPublicKey",
            "SecurityTokenServicePreferences",
            "ServerCertificate",
            "ServiceSpecificCredential",
            "SigningCertificate");

    private ChangedScopes() {}

    static Set<String> of(String action) {
        if (OF_USERS.contains(action)) {
            return Stream.concat(DETAILS.stream(), CREDENTIALS.stream()).collect(Collectors.toSet());
        }
        if (action.endsWith("AccessKey") || action.endsWith("LoginProfile") || action.equals("ChangePassword")) {
            return CREDENTIALS;
        }
        return UNREAD.stream().anyMatch(action::contains) ? Set.of() : DETAILS;
    }
}
