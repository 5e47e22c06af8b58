package dev.curfew.connector.openbao.observe.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Where the logins that a database engine hands out are logins.
final class Databases {
    private static final String SCHEME = "://";

    private final BaoSession session;
    private final ScopeSheet sheet;
    private final String mount;
    private final Map<String, Map<String, String>> read = new HashMap<>();

    Databases(BaoSession session, ScopeSheet sheet, String mount) {
        this.session = session;
        this.sheet = sheet;
        this.mount = mount;
    }

    /// As tags: which kind of database it is, its address, and as whom the engine itself logs in.
    ///
    /// @param name of its configuration
    Map<String, String> of(String name) throws InterruptedException {
        Map<String, String> known = read.get(name);
        if (known == null) {
            known = tags(session.read(BaoPath.encode(mount + "config/" + name)));
            read.put(name, known);
        }
        return known;
    }

    private Map<String, String> tags(BaoAnswer answer) {
        if (answer instanceof BaoAnswer.Done done) {
            Map<String, String> tags = new TreeMap<>();
            JsonNode details = done.data().path("connection_details");
            tags.put("database-plugin", done.data().path("plugin_name").asText());
            tags.put("database-user", details.path("username").asText());
            tags.put("database-address", address(details.path("connection_url").asText()));
            tags.values().removeIf(String::isEmpty);
            return tags;
        }
        if (!(answer instanceof BaoAnswer.Empty || answer instanceof BaoAnswer.Absent)) {
            sheet.miss(answer.words());
        }
        return Map.of();
    }

    /// Of a URL what stands between its user and its query; other forms may hold a password anywhere.
    static String address(String url) {
        int scheme = url.indexOf(SCHEME);
        if (scheme < 0) {
            return "";
        }
        String rest = url.substring(Math.max(scheme + SCHEME.length(), url.lastIndexOf('@') + 1));
        int query = rest.indexOf('?');
        return query < 0 ? rest : rest.substring(0, query);
    }
}
