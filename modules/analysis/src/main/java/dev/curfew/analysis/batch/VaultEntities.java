package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.vault.policy.VaultEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the entity of a case, which is all there is to know of it.
final class VaultEntities {
    private VaultEntities() {}

    static Optional<VaultEntity> read(Given given) throws CaseException {
        Optional<Given> entity = given.objectIfThere("entity");
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        Given it = entity.get();
        List<VaultEntity.Group> groups = new ArrayList<>();
        for (Given group : it.objects("groups")) {
            groups.add(new VaultEntity.Group(text(group, "id"), text(group, "name"), texts(group, "metadata")));
        }
        List<VaultEntity.Alias> aliases = new ArrayList<>();
        for (Given alias : it.objects("aliases")) {
            aliases.add(new VaultEntity.Alias(
                    text(alias, "accessor"),
                    text(alias, "id"),
                    text(alias, "name"),
                    texts(alias, "metadata"),
                    texts(alias, "custom_metadata")));
        }
        return Optional.of(
                new VaultEntity(text(it, "id"), text(it, "name"), texts(it, "metadata"), groups, aliases, true));
    }

    private static String text(Given given, String field) throws CaseException {
        return given.textIfThere(field).orElse("");
    }

    private static Map<String, String> texts(Given given, String field) throws CaseException {
        Map<String, String> texts = new HashMap<>();
        Optional<Given> object = given.objectIfThere(field);
        if (object.isPresent()) {
            for (Map.Entry<String, JsonNode> each : object.get().node().properties()) {
                texts.put(each.getKey(), object.get().text(each.getKey()));
            }
        }
        return texts;
    }
}
