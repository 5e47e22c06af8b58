package dev.curfew.analysis.batch;

import dev.curfew.analysis.vault.policy.VaultEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the entity of a case, which is all there is to know of it.
final class VaultEntities {
    private VaultEntities() {}

    static Optional<VaultEntity> read(CaseObject given) throws CaseException {
        Optional<CaseObject> entity = given.objectIfThere("entity");
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        CaseObject it = entity.get();
        List<VaultEntity.Group> groups = new ArrayList<>();
        for (CaseObject group : it.objects("groups")) {
            groups.add(new VaultEntity.Group(text(group, "id"), text(group, "name"), group.textFields("metadata")));
        }
        List<VaultEntity.Alias> aliases = new ArrayList<>();
        for (CaseObject alias : it.objects("aliases")) {
            aliases.add(new VaultEntity.Alias(
                    text(alias, "accessor"),
                    text(alias, "id"),
                    text(alias, "name"),
                    alias.textFields("metadata"),
                    alias.textFields("custom_metadata")));
        }
        return Optional.of(
                new VaultEntity(text(it, "id"), text(it, "name"), it.textFields("metadata"), groups, aliases, true));
    }

    private static String text(CaseObject given, String field) throws CaseException {
        return given.textIfThere(field).orElse("");
    }
}
