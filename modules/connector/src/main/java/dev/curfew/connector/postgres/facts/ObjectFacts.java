package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.ColumnRow;
import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Schemas, relations and large objects of one database, and who may what on them.
public final class ObjectFacts {
    private static final Messages MESSAGES = Messages.of(ObjectFacts.class);

    private final PgNames names;
    private final Roles roles;
    private final DatabaseRow database;
    private final DatabaseOwner owner;

    public ObjectFacts(PgNames names, Roles roles, DatabaseRow database) {
        this.names = names;
        this.roles = roles;
        this.database = database;
        owner = new DatabaseOwner(roles, database);
    }

    /// What was read of a database.
    public record Read(
            List<Things> schemas, List<Things> relations, List<ColumnRow> columns, List<Things> largeObjects) {}

    private record Place(String schema, String relation) {}

    public void write(Sheet sheet, Read read) {
        List<Things> schemas = owner.inPlace(read.schemas());
        Doors doors = new Doors(roles, database, schemas);
        RightsBook book = new RightsBook(names, roles, "db:" + database.name());
        ThingFacts facts = new ThingFacts(names, roles, database.name());
        for (Things schema : schemas) {
            facts.write(sheet, schema, "pg_namespace")
                    .keySet()
                    .forEach(on -> book.add(schema.owner(), schema.rights(), on, doors.into("")));
        }
        relations(sheet, read, doors, book, facts);
        for (Things large : Folds.merged(read.largeObjects())) {
            facts.write(sheet, large, "pg_largeobject_metadata")
                    .keySet()
                    .forEach(on -> book.add(large.owner(), large.rights(), on, doors.into("")));
        }
        book.writeTo(sheet, "pg_class, pg_namespace, pg_attribute, pg_largeobject_metadata");
    }

    private void relations(Sheet sheet, Read read, Doors doors, RightsBook book, ThingFacts facts) {
        Everything everything = new Everything(roles);
        Map<Place, ResourceId> resources = new HashMap<>();
        Set<Place> apart = new HashSet<>();
        read.columns().forEach(row -> apart.add(new Place(row.schema(), row.relation())));
        for (Things things : apart(Folds.merged(owner.inPlace(read.relations())), apart)) {
            facts.write(sheet, things, "pg_class").forEach((on, called) -> {
                book.add(things.owner(), things.rights(), on, doors.into(things.schema()));
                everything.write(book, things, on, doors);
                called.stream()
                        .map(name -> new Place(things.schema(), name))
                        .filter(apart::contains)
                        .forEach(place -> resources.put(place, on));
            });
        }
        for (ColumnRow row : read.columns()) {
            ResourceId on = resources.computeIfAbsent(
                    new Place(row.schema(), row.relation()), _ -> onlyByColumns(sheet, facts, row));
            column(book, row, on, doors);
        }
    }

    /// What is granted column by column is not alike any more, however alike the rest is.
    private static List<Things> apart(List<Things> all, Set<Place> apart) {
        List<Things> split = new ArrayList<>();
        for (Things things : all) {
            List<String> together = new ArrayList<>();
            for (String name : things.names()) {
                if (Folds.isFolded(things) && apart.contains(new Place(things.schema(), name))) {
                    split.add(with(things, List.of(name)));
                } else {
                    together.add(name);
                }
            }
            if (!together.isEmpty()) {
                split.add(with(things, together));
            }
        }
        return split;
    }

    private static Things with(Things things, List<String> called) {
        return new Things(things.kind(), things.schema(), things.owner(), called, things.rights(), things.marks());
    }

    /// A catalog of the system's, on whose columns alone somebody granted something.
    private static ResourceId onlyByColumns(Sheet sheet, ThingFacts facts, ColumnRow row) {
        Things things = new Things(row.kind(), row.schema(), row.owner(), List.of(row.relation()), List.of(), Map.of());
        return facts.write(sheet, things, "pg_attribute").keySet().iterator().next();
    }

    private void column(RightsBook book, ColumnRow row, ResourceId on, Doors doors) {
        Right right = owner.of(row.right());
        if (right.grantee() == row.owner()) {
            return;
        }
        String needs = doors.into(row.schema()).of(right.grantee());
        List<String> words = List.of(MESSAGES.text("columns", right.privilege(), String.join(", ", row.columns())));
        book.add(right.grantee(), Privileges.level(right.privilege()), on, words, needs);
        if (right.grantable()) {
            book.add(right.grantee(), RightLevel.PERMISSIONS, on, words, needs);
        }
    }
}
