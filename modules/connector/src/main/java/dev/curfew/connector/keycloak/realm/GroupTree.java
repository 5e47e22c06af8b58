package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAnswer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fetches a realm's groups. Keycloak lists those at the top, and the ones below each by a call of its own.
final class GroupTree {
    private final Reading reading;
    private final Realm realm;

    GroupTree(Reading reading, Realm realm) {
        this.reading = reading;
        this.realm = realm;
    }

    /// By Keycloak's id.
    Fetched<Map<String, JsonNode>> fetch() throws InterruptedException {
        Map<String, JsonNode> groups = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        Fetched<List<JsonNode>> top = realm.seeing(
                reading.list(realm.path("groups?briefRepresentation=false")), "view-users", "manage-users");
        KcAnswer missing = top.missing();
        long misses = top.misses();
        add(top.value(), groups, open);
        while (!open.isEmpty() && groups.size() < Reading.ITEMS_MAX) {
            String path = realm.path("groups/" + open.remove() + "/children?briefRepresentation=false");
            Fetched<List<JsonNode>> below = reading.list(path);
            boolean isGone = below.missing() instanceof KcAnswer.Absent;
            if (!isGone && below.missing() != null) {
                missing = missing == null ? below.missing() : missing;
                misses++;
            }
            add(below.value(), groups, open);
        }
        return new Fetched<>(groups, missing, misses);
    }

    private static void add(List<JsonNode> list, Map<String, JsonNode> groups, Deque<String> open) {
        for (JsonNode group : list) {
            String id = group.path("id").asText();
            boolean isNew = groups.put(id, group) == null;
            if (isNew && group.path("subGroupCount").asLong() > 0) {
                open.add(id);
            }
        }
    }
}
