package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.ThingKind;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.right.RightLevel;
import java.util.List;
import java.util.Optional;

/// Predefined roles that have rights on every relation, which no access list says (PostgreSQL documentation, 21.5).
final class Everything {
    private static final String SYSTEM = "pg_catalog";

    private final Optional<RoleRow> reader;
    private final Optional<RoleRow> writer;
    private final Optional<RoleRow> maintainer;

    Everything(Roles roles) {
        reader = roles.named("pg_read_all_data");
        writer = roles.named("pg_write_all_data");
        maintainer = roles.named("pg_maintain");
    }

    void write(RightsBook book, Things things, ResourceId on, Doors doors) {
        RightsBook.Needs needs = doors.into(things.schema());
        reader.ifPresent(role -> book.add(role.oid(), RightLevel.READ, on, List.of("SELECT"), needs.of(role.oid())));
        boolean sequence = things.kind() == ThingKind.SEQUENCE;
        // Nobody but a superuser writes to the system's own tables, whatever is granted.
        if (!things.schema().equals(SYSTEM)) {
            List<String> words = sequence ? List.of("UPDATE") : List.of("DELETE", "INSERT", "UPDATE");
            writer.ifPresent(role -> book.add(role.oid(), RightLevel.WRITE, on, words, needs.of(role.oid())));
        }
        if (!sequence) {
            maintainer.ifPresent(
                    role -> book.add(role.oid(), RightLevel.WRITE, on, List.of("MAINTAIN"), needs.of(role.oid())));
        }
    }
}
