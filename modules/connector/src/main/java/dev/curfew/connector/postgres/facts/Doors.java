package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has to be passed before a right on a thing is of use: the database has to be connected to (`CONNECT`), its
/// schema to be looked into (`USAGE`).
final class Doors {
    /// They look into every schema (PostgreSQL documentation, 21.5, Predefined Roles).
    private static final List<String> LOOK_EVERYWHERE = List.of("pg_read_all_data", "pg_write_all_data");

    private final Roles roles;
    private final String database;
    private final Set<Long> connect;
    private final Map<String, Set<Long>> look = new HashMap<>();
    private final Map<String, Map<Long, String>> known = new HashMap<>();

    Doors(Roles roles, DatabaseRow database, List<Things> schemas) {
        this.roles = roles;
        this.database = database.name();
        connect = holders(database.owner(), database.rights(), "CONNECT");
        Set<Long> everywhere = LOOK_EVERYWHERE.stream()
                .flatMap(name -> roles.named(name).stream())
                .map(RoleRow::oid)
                .collect(Collectors.toSet());
        for (Things schema : schemas) {
            Set<Long> holders = holders(schema.owner(), schema.rights(), "USAGE");
            holders.addAll(everywhere);
            schema.names().forEach(name -> look.put(name, holders));
        }
    }

    private static Set<Long> holders(long owner, List<Right> rights, String privilege) {
        return Stream.concat(
                        // An owner can give itself what it took from itself.
                        Stream.of(owner),
                        rights.stream()
                                .filter(right -> right.privilege().equals(privilege))
                                .map(Right::grantee))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /// What a grantee has still to be granted elsewhere.
    ///
    /// @param schema empty for a thing that lies in none
    RightsBook.Needs into(String schema) {
        Map<Long, String> answers = known.computeIfAbsent(schema, _ -> new HashMap<>());
        return grantee -> answers.computeIfAbsent(grantee, each -> missing(schema, each));
    }

    private String missing(String schema, long grantee) {
        Messages messages = Messages.of(Doors.class);
        Set<Long> lookers = look.get(schema);
        boolean looks = lookers == null || roles.has(grantee, lookers);
        boolean connects = roles.has(grantee, connect);
        if (looks) {
            return connects ? "" : messages.text("needs.connect", database);
        }
        return messages.text(connects ? "needs.usage" : "needs.both", database, schema);
    }
}
