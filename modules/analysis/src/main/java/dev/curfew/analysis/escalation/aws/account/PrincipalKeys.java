package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.model.estate.Identity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What requests tell of whom they are by.
public final class PrincipalKeys {
    /// Beginnings of keys, in lower case, that the principal alone decides: one that is not there is not in the
    /// request.
    public static final Set<String> WHOLE = Set.of("aws:principaltag/", "aws:username");

    private PrincipalKeys() {}

    /// @param identity a user, role or group
    /// @return a map of one's own
    public static Map<String, List<String>> of(Identity identity, Organizations organizations) {
        String arn = identity.id().nativeId();
        String account = Arn.account(arn);
        boolean user = identity.kind().equals("aws.user");
        Map<String, List<String>> keys = new HashMap<>(organizations.ofPrincipals(account));
        keys.put("aws:PrincipalArn", List.of(arn));
        keys.put("aws:PrincipalAccount", List.of(account));
        keys.put("aws:PrincipalType", List.of(user ? "User" : "AssumedRole"));
        if (user) {
            keys.put("aws:username", List.of(identity.name()));
        }
        IamTags.of(identity).forEach((name, value) -> keys.put("aws:PrincipalTag/" + name, List.of(value)));
        return keys;
    }
}
