package dev.curfew.connector.kubernetes.fact;

import java.util.Map;
import java.util.TreeMap;

/// An object's labels and annotations as tags: what is addressed to Curfew (`curfew.dev/agent`) under its own keys
/// (`curfew:agent`).
public final class Tags {
    static final String CURFEW = "curfew.dev/";

    /// Set by the server when a token is used, and so no property of the object's.
    static final String LAST_USED = "kubernetes.io/legacy-token-last-used";

    private Tags() {}

    public static Map<String, String> of(Metadata metadata) {
        Map<String, String> tags = new TreeMap<>();
        metadata.labels().forEach((key, value) -> put(tags, key, value));
        metadata.annotations().forEach((key, value) -> put(tags, key, value));
        tags.remove(LAST_USED);
        return tags;
    }

    private static void put(Map<String, String> tags, String key, String value) {
        tags.put(key.startsWith(CURFEW) ? "curfew:" + key.substring(CURFEW.length()) : key, value);
    }
}
