package dev.curfew.connector.kubernetes.fact;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;

/// How a cluster's things are named. What can be made anew under an old name, and would then be trusted or ended for
/// the old one's sake, carries its uid.
public final class NativeNames {
    public static final String TOKEN = "token/";
    public static final String SECRET = "secret/";
    public static final String POD = "pod/";
    public static final String CERTIFICATE = "certificate/";

    /// Groups that nobody is put into.
    /// <https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects>
    public static final String AUTHENTICATED = "system:authenticated";

    public static final String ALL_ACCOUNTS = "system:serviceaccounts";

    private final SourceName source;

    public NativeNames(SourceName source) {
        this.source = source;
    }

    /// @param uid empty for an account that is named by a binding, and is not there
    public IdentityId account(String namespace, String name, String uid) {
        String path = "serviceaccount/" + namespace + "/" + name;
        return new IdentityId(source, uid.isEmpty() ? path : path + "/" + uid);
    }

    public IdentityId user(String name) {
        return new IdentityId(source, "user/" + name);
    }

    public IdentityId group(String name) {
        return new IdentityId(source, "group/" + name);
    }

    /// The role that a binding binds.
    public PolicyId roleOf(Doc binding) {
        Doc role = binding.doc("roleRef");
        String namespace =
                role.text("kind").equals("Role") ? binding.doc("metadata").text("namespace") : "";
        return role(namespace, role.text("name"));
    }

    /// Whatever tokens were requested for a service account.
    public CredentialId requestedTokens(Metadata account) {
        return new CredentialId(source, TOKEN + account.path() + "/" + account.uid());
    }

    public CredentialId tokenSecret(Metadata secret) {
        return new CredentialId(source, SECRET + secret.path() + "/" + secret.uid());
    }

    public CredentialId podToken(Metadata pod) {
        return new CredentialId(source, POD + pod.path() + "/" + pod.uid());
    }

    /// @param user whom it makes its holder; last, for a user's name may hold anything
    public CredentialId certificate(Metadata request, String user) {
        return new CredentialId(source, CERTIFICATE + request.uid() + "/" + user);
    }

    public PolicyId role(String namespace, String name) {
        return new PolicyId(source, namespace.isEmpty() ? "clusterrole/" + name : "role/" + namespace + "/" + name);
    }

    public ResourceId namespace(String name) {
        return new ResourceId(source, "namespace/" + name);
    }

    /// @param plural `secrets`, `pods`, `deployments`
    public ResourceId resource(String plural, Metadata object) {
        return new ResourceId(source, plural + "/" + object.path());
    }
}
