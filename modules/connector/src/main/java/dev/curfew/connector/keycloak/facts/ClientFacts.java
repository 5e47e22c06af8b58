package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.realm.Counts;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.connector.keycloak.realm.Uses;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client as an identity, together with the user that it acts as.
public final class ClientFacts {
    static final String KIND = "keycloak.client";
    static final String BUILT_IN_KIND = "keycloak.built-in-client";

    /// A client that Curfew issued says so in this attribute, with the label of its window.
    public static final String LABEL = "curfew.label";

    private final Realm realm;
    private final Map<String, JsonNode> scopes;
    private final Map<String, JsonNode> accounts;
    private final Map<String, Counts> counts;
    private final Uses uses;
    private final Set<String> own;
    private final Map<String, Set<String>> inVain;

    /// @param inVain roles that a service account holds and its tokens do not name, by Keycloak's id of the client
    /// @param own the client ids, in this realm, of clients that Curfew itself logs in with
    public ClientFacts(
            Realm realm,
            Map<String, JsonNode> scopes,
            Map<String, JsonNode> accounts,
            Map<String, Counts> counts,
            Uses uses,
            Map<String, Set<String>> inVain,
            Set<String> own) {
        this.realm = realm;
        this.scopes = scopes;
        this.accounts = accounts;
        this.counts = counts;
        this.uses = uses;
        this.inVain = inVain;
        this.own = own;
    }

    public Identity of(JsonNode client, Provenance provenance) {
        String id = client.path("id").asText();
        JsonNode account = accounts.get(id);
        return new Identity(
                realm.ids().client(id),
                ClientWords.isBuiltIn(client) ? BUILT_IN_KIND : KIND,
                client.path("clientId").asText(),
                AttributeOwner.of(client.path("attributes")),
                account == null
                        ? null
                        : Times.ofMillis(account.path("createdTimestamp")).orElse(null),
                usage(client),
                tags(client, account),
                provenance);
    }

    public boolean isOwn(JsonNode client) {
        return own.contains(client.path("clientId").asText());
    }

    Usage usage(JsonNode client) {
        return isOwn(client)
                ? Usages.own()
                : Usages.client(uses, client.path("clientId").asText());
    }

    private Map<String, String> tags(JsonNode client, @Nullable JsonNode account) {
        Map<String, String> tags = new TreeMap<>();
        JsonNode attributes = client.path("attributes");
        tags.put("realm", realm.name());
        tags.put("protocol", client.path("protocol").asText());
        tags.put("access", ClientWords.access(client));
        tags.put("enabled", String.valueOf(client.path("enabled").asBoolean()));
        tags.put("flows", String.join(",", ClientWords.flows(client)));
        tags.put("full-scope", String.valueOf(client.path("fullScopeAllowed").asBoolean()));
        tags.put("audiences", String.join(",", ClientWords.audiences(client, scopes)));
        tags.put("mapped-roles", String.join(",", ClientWords.mappedRoles(client, scopes)));
        tags.put(
                "roles-in-vain",
                String.join(",", inVain.getOrDefault(client.path("id").asText(), Set.of())));
        if (ClientWords.isConfidential(client)) {
            tags.put("authenticator", client.path("clientAuthenticatorType").asText());
        }
        if (account != null) {
            tags.put("service-account-user", account.path("id").asText());
        }
        if (attributes.path("client_credentials.use_refresh_token").asBoolean()) {
            tags.put("refresh-tokens", "true");
        }
        ClientWords.lifespan(client, realm.document())
                .ifPresent(lifespan -> tags.put("access-token-lifespan", lifespan.toString()));
        Times.ofSeconds(client.path("notBefore")).ifPresent(at -> tags.put("not-before", at.toString()));
        Counts logins = counts.getOrDefault(client.path("id").asText(), new Counts(0, 0));
        put(tags, "sessions", logins.online());
        put(tags, "offline-sessions", logins.offline());
        if (isOwn(client)) {
            tags.put("curfew:own", "true");
        }
        tags.values().removeIf(String::isEmpty);
        return tags;
    }

    private static void put(Map<String, String> tags, String name, long count) {
        if (count > 0) {
            tags.put(name, String.valueOf(count));
        }
    }
}
