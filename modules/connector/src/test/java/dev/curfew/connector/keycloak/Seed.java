package dev.curfew.connector.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.testbed.keycloak.Keycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A realm with some of everything that Curfew reads, and every kind of secret that a client's document can hold.
///
/// @param canaries values that must show up nowhere
record Seed(
        Town town,
        Town.Client orders,
        Town.Client worker,
        String boss,
        String offlineSession,
        String initialAccess,
        List<String> canaries) {

    static Seed plant(Keycloak keycloak, String realm) {
        Town town = Town.create(
                keycloak,
                realm,
                Map.of(
                        "eventsEnabled", true,
                        "adminEventsEnabled", true,
                        "adminEventsDetailsEnabled", true,
                        "accessTokenLifespan", 120));
        rotation(town);
        Town.Client orders = town.client(
                "orders", Map.of("attributes", Map.of("owner", "team-orders", "favourite", "attribute-canary-1")));
        town.clientRole(orders, "read");
        town.clientRole(orders, "write");
        town.role("clerk");
        town.role("chief");
        town.part(town.realmRole("chief"), town.realmRole("clerk"));
        town.part(town.realmRole("chief"), town.clientRole("orders", "write"));
        Town.Client worker = town.client(
                "worker",
                Map.of(
                        "fullScopeAllowed",
                        false,
                        "attributes",
                        Map.of("client_credentials.use_refresh_token", "true", "access.token.lifespan", "90"),
                        "protocolMappers",
                        List.of(Map.of(
                                "name",
                                "to-orders",
                                "protocol",
                                "openid-connect",
                                "protocolMapper",
                                "oidc-audience-mapper",
                                "config",
                                Map.of("included.client.audience", "orders", "access.token.claim", "true")))));
        town.holds(worker.account(), town.clientRole("orders", "read"), town.realmRole("chief"));
        town.scoped(worker, town.clientRole("orders", "read"));
        return plant(town, orders, worker);
    }

    private static Seed plant(Town town, Town.Client orders, Town.Client worker) {
        List<String> canaries =
                new ArrayList<>(List.of("attribute-canary-1", "idp-canary-2", "key-canary-3", "saml-canary-4"));
        town.post(
                "identity-provider/instances",
                Map.of(
                        "alias",
                        "partner",
                        "providerId",
                        "oidc",
                        "config",
                        Map.of(
                                "clientId", "us",
                                "clientSecret", "idp-canary-2",
                                "issuer", "https://partner.example",
                                "tokenUrl", "https://partner.example/t",
                                "authorizationUrl", "https://partner.example/a")));
        town.post(
                "identity-provider/instances/partner/mappers",
                Map.of(
                        "name",
                        "clerks",
                        "identityProviderAlias",
                        "partner",
                        "identityProviderMapper",
                        "oidc-hardcoded-role-idp-mapper",
                        "config",
                        Map.of("role", "clerk")));
        // as Keycloak keeps the keys that it makes for a client itself, which would take it half a minute
        town.client(
                "signer",
                Map.of(
                        "clientAuthenticatorType",
                        "client-jwt",
                        "attributes",
                        Map.of("jwt.credential.certificate", "MIIB", "jwt.credential.private.key", "key-canary-3")));
        town.client(
                "shower",
                Map.of(
                        "clientAuthenticatorType",
                        "client-x509",
                        "attributes",
                        Map.of("x509.subjectdn", "CN=shower", "x509.allow.regex.pattern.comparison", "false")));
        town.client(
                "pod",
                Map.of(
                        "clientAuthenticatorType",
                        "federated-jwt",
                        "attributes",
                        Map.of("jwt.credential.issuer", "partner", "jwt.credential.sub", "system:serviceaccount:a:b")));
        town.client("browser", Map.of("publicClient", true, "serviceAccountsEnabled", false));
        town.client(
                "old-app",
                Map.of(
                        "protocol",
                        "saml",
                        "serviceAccountsEnabled",
                        false,
                        "attributes",
                        Map.of("saml.client.signature", "false", "saml.signing.private.key", "saml-canary-4")));
        town.client("off", Map.of("enabled", false));
        rotate(town, orders);
        String top = town.group("", "ops");
        String below = town.group(top, "night");
        town.groupHolds(top, town.clientRole("realm-management", "view-users"));
        town.groupHolds(below, town.realmRole("clerk"));
        town.joins(worker.account(), below);
        String boss = town.user("boss");
        town.holds(boss, town.clientRole("realm-management", "realm-admin"));
        town.joins(town.user("nina"), below);
        town.user("plain");
        town.login(worker, worker.secret()).ok();
        String offline = town.login(worker, worker.secret(), "scope", "offline_access")
                .ok()
                .text("/session_state");
        JsonNode initial = Town.tree(town.post("clients-initial-access", Map.of("count", 3, "expiration", 3600))
                .body());
        town.keycloak()
                .call(
                        "POST",
                        "/realms/" + town.realm() + "/clients-registrations/openid-connect",
                        Map.of("client_name", "self-made", "redirect_uris", List.of("https://self.example/cb")),
                        initial.path("token").asText())
                .ok();
        canaries.add(initial.path("token").asText());
        for (JsonNode client : town.get("clients")) {
            canaries.add(client.path("secret").asText());
            canaries.add(client.path("attributes").path("client.secret.rotated").asText());
            canaries.add(
                    client.path("attributes").path("jwt.credential.private.key").asText());
            canaries.add(
                    client.path("attributes").path("saml.signing.private.key").asText());
        }
        canaries.removeIf(String::isEmpty);
        return new Seed(town, orders, worker, boss, offline, initial.path("id").asText(), List.copyOf(canaries));
    }

    /// Secrets rotate, with an hour's grace.
    static void rotation(Town town) {
        town.put(
                "client-policies/profiles",
                Map.of(
                        "profiles",
                        List.of(Map.of(
                                "name",
                                "rotation",
                                "executors",
                                List.of(Map.of(
                                        "executor",
                                        "secret-rotation",
                                        "configuration",
                                        Map.of(
                                                "expiration-period",
                                                86_400,
                                                "rotated-expiration-period",
                                                3600,
                                                "remaining-rotation-period",
                                                600)))))));
        town.put(
                "client-policies/policies",
                Map.of(
                        "policies",
                        List.of(Map.of(
                                "name",
                                "rotation",
                                "enabled",
                                true,
                                "conditions",
                                List.of(Map.of(
                                        "condition",
                                        "client-access-type",
                                        "configuration",
                                        Map.of("type", List.of("confidential")))),
                                "profiles",
                                List.of("rotation")))));
    }

    static void rotate(Town town, Town.Client client) {
        town.post("clients/" + client.id() + "/client-secret", Map.of("x", 1));
    }
}
