package dev.curfew.connector.openbao.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// The logins or engines that a server has.
public final class Mounts {
    private Mounts() {}

    /// @param all as `sys/auth` and `sys/mounts` answer
    /// @return their paths, sorted, without a slash at their ends
    public static List<String> of(JsonNode all, String type) {
        return all.properties().stream()
                .filter(mount -> mount.getValue().path("type").asText().equals(type))
                .map(mount -> mount.getKey().replaceAll("/$", ""))
                .sorted()
                .toList();
    }
}
