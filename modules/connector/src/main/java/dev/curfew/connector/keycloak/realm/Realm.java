package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One realm, as far as it was asked for. For one thread.
public final class Realm {
    private static final String ACCOUNT = "service-account-";

    private final Reading reading;
    private final Ids ids;
    private final JsonNode document;
    private final Lazy<List<JsonNode>> clients = new Lazy<>(this::fetchClients);
    private final Lazy<Map<String, JsonNode>> accounts = new Lazy<>(this::fetchAccounts);
    private final Lazy<Map<String, Counts>> counts = new Lazy<>(this::fetchCounts);
    private final Lazy<Map<String, JsonNode>> scopes = new Lazy<>(this::fetchScopes);
    private final Lazy<Map<String, Role>> roles;
    private final Lazy<Uses> uses;
    private final Lazy<Map<String, JsonNode>> groups;
    private final Lazy<Map<String, Set<String>>> limits;
    private final Lazy<Map<String, JsonNode>> mappings = new Lazy<>(this::fetchMappings);

    /// @param document as the admin API gives it; of a realm that may not be viewed only its name
    /// @param now for what has a horizon
    public Realm(Reading reading, SourceName source, JsonNode document, Instant now) {
        this.reading = reading;
        this.ids = new Ids(source, document.path("realm").asText());
        this.document = document;
        this.roles = new Lazy<>(new Roles(reading, this)::fetch);
        this.uses = new Lazy<>(new Events(reading, this, now)::fetch);
        this.limits = new Lazy<>(new Limits(reading, this)::fetch);
        this.groups = new Lazy<>(new GroupTree(reading, this)::fetch);
    }

    public Ids ids() {
        return ids;
    }

    public String name() {
        return ids.realm();
    }

    public JsonNode document() {
        return document;
    }

    /// A path of the admin API below this realm.
    public String path(String below) {
        return "realms/" + Form.segment(name()) + "/" + below;
    }

    /// All clients as Keycloak has them, secrets and private keys too: nothing of them is kept that no list names.
    public Fetched<List<JsonNode>> clients() throws InterruptedException {
        return clients.get();
    }

    /// The users that clients with a service account act as, by Keycloak's id of the client.
    public Fetched<Map<String, JsonNode>> accounts() throws InterruptedException {
        return accounts.get();
    }

    /// By Keycloak's id of the client; those that take part in no login are left out.
    public Fetched<Map<String, Counts>> counts() throws InterruptedException {
        return counts.get();
    }

    /// Client scopes by name.
    public Fetched<Map<String, JsonNode>> scopes() throws InterruptedException {
        return scopes.get();
    }

    /// By Keycloak's id.
    public Fetched<Map<String, Role>> roles() throws InterruptedException {
        return roles.get();
    }

    /// The roles that service accounts hold, by Keycloak's id of the client.
    public Fetched<Map<String, JsonNode>> mappings() throws InterruptedException {
        return mappings.get();
    }

    /// Which roles the tokens of a client may name, by Keycloak's id of the client; all, where it is left out.
    public Fetched<Map<String, Set<String>>> limits() throws InterruptedException {
        return limits.get();
    }

    /// By Keycloak's id.
    public Fetched<Map<String, JsonNode>> groups() throws InterruptedException {
        return groups.get();
    }

    /// Whether anybody can be in one; yes, if that could not be read.
    public boolean hasGroups() throws InterruptedException {
        return groups().missing() != null || !groups().value().isEmpty();
    }

    public Fetched<Uses> uses() throws InterruptedException {
        return uses.get();
    }

    /// Whether a client acts for itself.
    public static boolean hasAccount(JsonNode client) {
        return client.path("serviceAccountsEnabled").asBoolean();
    }

    private Fetched<List<JsonNode>> fetchClients() throws InterruptedException {
        return seeing(reading.list(path("clients")), "view-clients", "manage-clients");
    }

    /// With the gap that nobody would notice.
    <T> Fetched<T> seeing(Fetched<T> fetched, String... roles) {
        Optional<KcAnswer> blindness = reading.blindness(name(), roles);
        return fetched.missing() == null && blindness.isPresent()
                ? Fetched.upTo(fetched.value(), blindness.get())
                : fetched;
    }

    /// Such a user is called by its client's id; listing those costs a call for two hundred. One that somebody renamed
    /// is asked for by its client.
    private Fetched<Map<String, JsonNode>> fetchAccounts() throws InterruptedException {
        Fetched<List<JsonNode>> all = clients();
        Fetched<List<JsonNode>> users = seeing(
                reading.list(path("users?" + Form.query("username", ACCOUNT, "exact", "false"))),
                "view-users",
                "manage-users");
        if (users.value().isEmpty() && users.missing() != null) {
            return Fetched.upTo(Map.of(), users.missing());
        }
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        users.value().forEach(user -> byName.put(user.path("username").asText(), user));
        Map<String, JsonNode> found = new TreeMap<>();
        Map<String, String> unfound = new TreeMap<>();
        for (JsonNode client : all.value()) {
            String id = client.path("id").asText();
            JsonNode user =
                    byName.get(ACCOUNT + client.path("clientId").asText().toLowerCase(Locale.ROOT));
            if (hasAccount(client) && user != null) {
                found.put(id, user);
            } else if (hasAccount(client)) {
                unfound.put(id, path("clients/" + id + "/service-account-user"));
            }
        }
        Fetched<Map<String, JsonNode>> rest = reading.each("clients", unfound);
        found.putAll(rest.value());
        return new Fetched<>(found, rest.missing(), rest.misses()).after(all);
    }

    private Fetched<Map<String, JsonNode>> fetchMappings() throws InterruptedException {
        Fetched<Map<String, JsonNode>> users = accounts();
        Map<String, String> paths = new TreeMap<>();
        users.value()
                .forEach((client, user) ->
                        paths.put(client, path("users/" + user.path("id").asText() + "/role-mappings")));
        return reading.each("role-mappings", paths).after(users);
    }

    private Fetched<Map<String, Counts>> fetchCounts() throws InterruptedException {
        KcAnswer answer = reading.read(path("client-session-stats"));
        if (!(answer instanceof KcAnswer.Done done)) {
            return Fetched.upTo(Map.of(), answer);
        }
        Map<String, Counts> found = new TreeMap<>();
        done.body()
                .forEach(client -> found.put(
                        client.path("id").asText(),
                        new Counts(
                                client.path("active").asLong(),
                                client.path("offline").asLong())));
        return Fetched.whole(found);
    }

    private Fetched<Map<String, JsonNode>> fetchScopes() throws InterruptedException {
        KcAnswer answer = reading.read(path("client-scopes"));
        if (!(answer instanceof KcAnswer.Done done)) {
            return Fetched.upTo(Map.of(), answer);
        }
        Map<String, JsonNode> found = new TreeMap<>();
        done.body().forEach(scope -> found.put(scope.path("name").asText(), scope));
        return Fetched.whole(found);
    }
}
