package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The lists by which it is seen that something came or went, without asking about any one thing.
final class Markers {
    /// What a login's roles are listed in, by its kind.
    private static final Map<String, String> ROLES = Map.of(
            "approle", "role",
            "kubernetes", "role",
            "jwt", "role",
            "oidc", "role",
            "cert", "certs",
            "userpass", "users");

    private static final List<Marker> ALWAYS = List.of(
            new Marker(OpenBaoObserver.TOKENS, "auth/token/accessors"),
            new Marker("token-roles", "auth/token/roles"),
            new Marker("policies", "sys/policies/acl"),
            new Marker("entities", "identity/entity/id"),
            new Marker("groups", "identity/group/id"),
            new Marker("namespaces", "sys/namespaces"));

    private final BaoSession session;

    /// A list, and the scope whose things it names.
    private record Marker(String scope, String path) {}

    Markers(BaoSession session) {
        this.session = session;
    }

    /// By scope and path, what stands there now.
    ///
    /// @throws LostException if nothing can be said any more
    Map<String, String> look() throws InterruptedException, LostException {
        Map<String, String> seen = new TreeMap<>();
        List<Marker> lists = new ArrayList<>(ALWAYS);
        JsonNode logins = mounts("sys/auth", seen, "approles", "logins");
        for (Map.Entry<String, JsonNode> login : logins.properties()) {
            String type = login.getValue().path("type").asText();
            String list = ROLES.get(type);
            if (list != null) {
                lists.add(new Marker(type.equals("approle") ? "approles" : "logins", "auth/" + login.getKey() + list));
            }
        }
        JsonNode engines = mounts("sys/mounts", seen, "paths", "certificates");
        for (Map.Entry<String, JsonNode> engine : engines.properties()) {
            if (engine.getValue().path("type").asText().equals("pki")) {
                lists.add(new Marker("certificates", engine.getKey() + "certs"));
                lists.add(new Marker("certificates", engine.getKey() + "certs/revoked"));
            }
        }
        for (Marker marker : lists) {
            seen.put(marker.scope() + " " + marker.path(), words(session.list(BaoPath.encode(marker.path()))));
        }
        return seen;
    }

    private JsonNode mounts(String path, Map<String, String> seen, String... scopes)
            throws InterruptedException, LostException {
        BaoAnswer answer = session.read(path);
        for (String scope : scopes) {
            seen.put(scope + " " + path, answer instanceof BaoAnswer.Done done ? names(done) : words(answer));
        }
        return answer instanceof BaoAnswer.Done done ? done.data() : MissingNode.getInstance();
    }

    private static String names(BaoAnswer.Done done) {
        List<String> names = new ArrayList<>();
        done.data().fieldNames().forEachRemaining(names::add);
        return String.join(",", names);
    }

    /// What may not be listed stays as it is until it may.
    private static String words(BaoAnswer answer) throws LostException {
        return switch (answer) {
            case BaoAnswer.Done done -> String.join(",", Json.texts(done.data().path("keys")));
            case BaoAnswer.Empty _ -> "";
            case BaoAnswer.Absent _, BaoAnswer.Rejected _ -> "-";
            case BaoAnswer.Refused refused when refused.byPolicy() -> "-";
            case BaoAnswer.Refused _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> throw new LostException(answer);
        };
    }

    /// The server said nothing that tells whether something changed.
    static final class LostException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient BaoAnswer answer;

        LostException(BaoAnswer answer) {
            super(answer.words());
            this.answer = answer;
        }

        BaoAnswer answer() {
            return answer;
        }
    }
}
