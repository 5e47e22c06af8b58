package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.ObjectCatalog;
import dev.curfew.connector.postgres.catalog.ThingKind;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Things of one database as resources.
final class ThingFacts {
    private static final Messages MESSAGES = Messages.of(ThingFacts.class);

    private final PgNames names;
    private final Roles roles;
    private final String database;

    ThingFacts(PgNames names, Roles roles, String database) {
        this.names = names;
        this.roles = roles;
        this.database = database;
    }

    /// Adds them to the sheet.
    ///
    /// @return what rights on them are written down as being on, with the names that each stands for
    Map<ResourceId, List<String>> write(Sheet sheet, Things things, String origin) {
        things.names().forEach(_ -> sheet.item());
        Map<ResourceId, List<String>> written = new LinkedHashMap<>();
        if (Folds.isFolded(things)) {
            Resource fold = fold(sheet, things, origin);
            sheet.add(fold);
            written.put(fold.id(), things.names());
            return written;
        }
        for (String name : things.names()) {
            Resource one = one(sheet, things, name, origin);
            sheet.add(one);
            written.put(one.id(), List.of(name));
        }
        return written;
    }

    private Resource one(Sheet sheet, Things things, String name, String origin) {
        return new Resource(
                names.thing(database, things.kind(), things.schema(), name),
                "postgresql." + things.kind().word(),
                path(things) + name,
                sensitivity(things, name),
                tags(things),
                sheet.from(origin, "{}"));
    }

    private Resource fold(Sheet sheet, Things things, String origin) {
        Map<String, String> tags = tags(things);
        tags.put("count", String.valueOf(things.names().size()));
        return new Resource(
                names.fold(database, things.kind(), things.schema(), Folds.mark(things)),
                "postgresql." + things.kind().word() + "-fold",
                MESSAGES.text(
                        "fold.name",
                        path(things),
                        things.names().size(),
                        things.names().getFirst(),
                        things.names().getLast()),
                Sensitivity.UNKNOWN,
                tags,
                sheet.from(origin, CanonicalJson.text(Map.of("names", things.names()))));
    }

    private String path(Things things) {
        return things.schema().isEmpty() ? database + "." : database + "." + things.schema() + ".";
    }

    private static Sensitivity sensitivity(Things things, String name) {
        boolean secret = things.schema().equals("pg_catalog") && ObjectCatalog.SECRETS.contains(name);
        return secret || things.kind() == ThingKind.USER_MAPPING ? Sensitivity.HIGH : Sensitivity.UNKNOWN;
    }

    private Map<String, String> tags(Things things) {
        Map<String, String> tags = new TreeMap<>(things.marks());
        roles.of(things.owner()).ifPresent(owner -> tags.put("owner", owner.name()));
        return tags;
    }
}
