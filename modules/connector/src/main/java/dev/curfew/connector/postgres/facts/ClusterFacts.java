package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.ThingKind;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Databases, and what else is the whole cluster's to grant on.
public final class ClusterFacts {
    private static final Messages MESSAGES = Messages.of(ClusterFacts.class);

    /// "As these roles are able to access any file on the server file system, they bypass all database-level permission
    /// checks … and they could be used to gain superuser-level access" (PostgreSQL documentation, 21.5).
    private static final Map<String, RightLevel> SERVER = new TreeMap<>(Map.of(
            "pg_execute_server_program", RightLevel.ADMINISTER,
            "pg_write_server_files", RightLevel.ADMINISTER,
            "pg_read_server_files", RightLevel.READ,
            "pg_create_subscription", RightLevel.WRITE,
            "pg_signal_backend", RightLevel.WRITE));

    private final PgNames names;
    private final Roles roles;

    public ClusterFacts(PgNames names, Roles roles) {
        this.names = names;
        this.roles = roles;
    }

    /// @param name what the cluster is called: where it answers
    public void databases(Sheet sheet, String name, List<DatabaseRow> databases) {
        RightsBook book = new RightsBook(names, roles, "databases");
        sheet.add(new Resource(
                names.cluster(),
                "postgresql.cluster",
                name,
                Sensitivity.HIGH,
                Map.of(),
                sheet.from("pg_database", "{}")));
        for (DatabaseRow database : databases) {
            sheet.item();
            ResourceId on = names.thing(ThingKind.DATABASE, database.name());
            sheet.add(resource(sheet, on, database));
            book.add(database.owner(), database.rights(), on, RightsBook.Needs.NOTHING);
        }
        SERVER.forEach((role, level) ->
                roles.named(role).ifPresent(row -> book.add(row.oid(), level, names.cluster(), List.of(role), "")));
        book.writeTo(sheet, "pg_database");
    }

    /// Tablespaces, parameters, replication.
    public void others(Sheet sheet, List<Things> others) {
        RightsBook book = new RightsBook(names, roles, "cluster");
        for (Things things : others) {
            things.names().forEach(each -> other(sheet, book, things, each));
        }
        book.writeTo(sheet, "pg_tablespace, pg_parameter_acl, pg_subscription");
    }

    private Resource resource(Sheet sheet, ResourceId id, DatabaseRow database) {
        Map<String, String> tags = new TreeMap<>();
        roles.of(database.owner()).map(RoleRow::name).ifPresent(owner -> tags.put("owner", owner));
        if (database.template()) {
            tags.put("template", "true");
        }
        if (!database.open()) {
            tags.put("connections", MESSAGES.text("database.closed"));
        }
        return new Resource(
                id, "postgresql.database", database.name(), Sensitivity.UNKNOWN, tags, sheet.from("pg_database", "{}"));
    }

    private void other(Sheet sheet, RightsBook book, Things things, String name) {
        sheet.item();
        ResourceId id = names.thing(things.kind(), name);
        Map<String, String> tags = new TreeMap<>(things.marks());
        tags.values().removeIf(String::isEmpty);
        roles.of(things.owner()).map(RoleRow::name).ifPresent(owner -> tags.put("owner", owner));
        sheet.add(new Resource(
                id,
                "postgresql." + things.kind().word(),
                name,
                Sensitivity.UNKNOWN,
                tags,
                sheet.from("pg_" + things.kind().word(), "{}")));
        if (things.owner() != Right.EVERYBODY || !things.rights().isEmpty()) {
            book.add(things.owner(), things.rights(), id, RightsBook.Needs.NOTHING);
        }
    }
}
