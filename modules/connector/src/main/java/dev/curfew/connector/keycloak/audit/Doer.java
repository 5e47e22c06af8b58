package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;

/// Whose events are looked for.
///
/// @param realm where they are
/// @param id Keycloak's own
/// @param isClient otherwise a person
/// @param name the client id as its users know it, or the name that somebody logs in by; empty where they are gone
/// @param user the id by which admin events know it: of a client its service account's, empty where it has none
/// @param userName by which an impersonation names it
/// @param session of the one login that was asked about; empty: of all
record Doer(String realm, String id, boolean isClient, String name, String user, String userName, String session) {

    /// Administrators of all realms are in one; those of another act there alone.
    boolean reaches(String other) {
        return realm.equals(other) || realm.equals(KcAccess.REALM_USUAL);
    }

    /// As the admin API's filter takes it.
    String ofAdminEvents() {
        return Form.query(isClient ? "authClient" : "authUser", id);
    }

    String ofLoginEvents() {
        return isClient ? Form.query("client", name) : Form.query("user", id);
    }

    /// Whether somebody else's login says that it was this one.
    boolean isImpersonator(JsonNode loginEvent) {
        JsonNode details = loginEvent.path("details");
        return !userName.isEmpty()
                && details.path("impersonator").asText().equals(userName)
                && details.path("impersonator_realm").asText(realm).equals(realm);
    }
}
