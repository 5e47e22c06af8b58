package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.estate.Logged;
import dev.curfew.model.text.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which secret ids a token may have been logged in with: OpenBao says of a token the role's name and the secret id's
/// metadata, and no accessor.
///
/// <https://openbao.org/docs/auth/approle/>
public final class Logins {
    private static final Pattern LOGIN = Pattern.compile("auth/(.+)/login");
    private static final String ROLE = "role_name";

    private Logins() {}

    /// @param data what a token's lookup answered
    /// @return what `Logged` reads; empty for one that no approle logged in
    public static Map<String, String> of(JsonNode data) {
        Map<String, String> marks = new TreeMap<>(Json.textMap(data.path("meta")));
        String role = marks.remove(ROLE);
        Matcher login = LOGIN.matcher(data.path("path").asText());
        return role == null || !login.matches()
                ? Map.of()
                : Map.of(Logged.BY, Approles.identity(login.group(1) + "/" + role), Logged.MARKS, marks(marks));
    }

    static String marks(Map<String, String> metadata) {
        return CanonicalJson.text(metadata);
    }
}
