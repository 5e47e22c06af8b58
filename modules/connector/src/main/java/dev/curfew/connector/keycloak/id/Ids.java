package dev.curfew.connector.keycloak.id;

import dev.curfew.connector.http.Form;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;

/// Native ids of everything but credentials. Clients, groups and people go by Keycloak's own ids, so that one that is
/// deleted and made again is another; roles by name, as people ask for them. A realm's name never holds a slash
/// (Keycloak refuses it); what may is percent-encoded.
public record Ids(SourceName source, String realm) {
    /// The server as a thing that realms are made on; whoever controls it has `Rights.WHOLE`.
    public static final String SERVER = "server";

    public IdentityId client(String id) {
        return identity("client/", id);
    }

    public IdentityId group(String id) {
        return identity("group/", id);
    }

    public IdentityId user(String id) {
        return identity("user/", id);
    }

    public IdentityId identityProvider(String alias) {
        return identity("identity-provider/", Form.segment(alias));
    }

    /// Whoever can act as any client of the realm that has a secret.
    public IdentityId anyClient() {
        return new IdentityId(source, "any-client/" + realm);
    }

    /// Whoever can act as any person of the realm.
    public IdentityId anyUser() {
        return new IdentityId(source, "any-user/" + realm);
    }

    public PolicyId realmRole(String role) {
        return new PolicyId(source, "role/" + realm + "/" + Form.segment(role));
    }

    /// @param clientId as its users know it
    public PolicyId clientRole(String clientId, String role) {
        return new PolicyId(source, "client-role/" + realm + "/" + Form.segment(clientId) + "/" + Form.segment(role));
    }

    /// The document that names who may act as a client, as a person, by an outside login.
    public PolicyId control(String what) {
        return new PolicyId(source, "control/" + realm + "/" + what);
    }

    public ResourceId realmItself() {
        return new ResourceId(source, "realm/" + realm);
    }

    /// What gives something to holders of the realm's roles.
    public ResourceId applications() {
        return new ResourceId(source, "applications/" + realm);
    }

    /// What gives something to holders of a client's roles.
    public ResourceId application(String clientId) {
        return new ResourceId(source, "application/" + realm + "/" + Form.segment(clientId));
    }

    private IdentityId identity(String prefix, String id) {
        return new IdentityId(source, prefix + realm + "/" + id);
    }
}
