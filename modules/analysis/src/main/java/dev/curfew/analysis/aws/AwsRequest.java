package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principal;
import java.util.Locale;

/// One request to decide.
///
/// @param action `service:Action`; case is ignored
/// @param resource the ARN, or `*` for an action that has no resource types
/// @param resourceAccount the account that owns the resource; empty: the ARN's, or the principal's where the ARN has
/// none
public record AwsRequest(
        Principal principal, String action, String resource, String resourceAccount, RequestContext context) {
    private static final int ACCOUNT_PART = 4;

    public AwsRequest {
        action = action.toLowerCase(Locale.ROOT);
    }

    /// In lower case; empty for an action without one.
    String service() {
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }

    /// Whether principal and resource belong to one account; services and strangers belong to none.
    boolean sameAccount() {
        return principal instanceof Principal.InAccount it && (owner().isEmpty() || owner().equals(it.account()));
    }

    private String owner() {
        if (!resourceAccount.isEmpty()) {
            return resourceAccount;
        }
        String[] parts = resource.split(":", ACCOUNT_PART + 2);
        return parts.length == ACCOUNT_PART + 2 ? parts[ACCOUNT_PART] : "";
    }

    /// The part of the resource's ARN that names it in its account; the whole text of what is no ARN.
    String resourceName() {
        String[] parts = resource.split(":", ACCOUNT_PART + 2);
        return parts[parts.length - 1];
    }

    /// Whether the resource's own policy decides alone: without its word no identity policy counts.
    ///
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html> (trust policy)
    boolean resourcePolicyDecides() {
        return action.startsWith("sts:assumerole")
                || (action.startsWith("sts:") && resource.contains(":role/"))
                || (action.startsWith("kms:") && resource.contains(":key/"));
    }
}
