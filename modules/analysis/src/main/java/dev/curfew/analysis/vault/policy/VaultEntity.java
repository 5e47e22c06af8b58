package dev.curfew.analysis.vault.policy;

import java.util.List;
import java.util.Map;

/// Who a token stands for, as far as templated paths need it.
///
/// @param whole whether metadata and aliases are all there are; if not, a template over one is not decided
public record VaultEntity(
        String id, String name, Map<String, String> metadata, List<Group> groups, List<Alias> aliases, boolean whole) {

    /// Someone, nobody knows who: a path keeps its template, and a decision by it depends on who it is.
    public static final VaultEntity ANYONE = new VaultEntity("*", "*", Map.of(), List.of(), List.of(), false);

    public VaultEntity {
        metadata = Map.copyOf(metadata);
        groups = List.copyOf(groups);
        aliases = List.copyOf(aliases);
    }

    public record Group(String id, String name, Map<String, String> metadata) {
        public Group {
            metadata = Map.copyOf(metadata);
        }
    }

    /// @param accessor its auth mount's accessor
    public record Alias(
            String accessor, String id, String name, Map<String, String> metadata, Map<String, String> customMetadata) {
        public Alias {
            metadata = Map.copyOf(metadata);
            customMetadata = Map.copyOf(customMetadata);
        }
    }
}
