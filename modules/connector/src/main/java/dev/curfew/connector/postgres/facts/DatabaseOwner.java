package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.Things;
import java.util.List;

/// `pg_database_owner` has one member that no catalog lists: in each database, its owner (PostgreSQL documentation,
/// 21.5). What it has there is written down as the owner's.
final class DatabaseOwner {
    private final long stand;
    private final long owner;

    DatabaseOwner(Roles roles, DatabaseRow database) {
        stand = roles.named("pg_database_owner").map(RoleRow::oid).orElse(-1L);
        owner = database.owner();
    }

    List<Things> inPlace(List<Things> things) {
        return things.stream()
                .map(each -> new Things(
                        each.kind(),
                        each.schema(),
                        of(each.owner()),
                        each.names(),
                        each.rights().stream().map(this::of).toList(),
                        each.marks()))
                .toList();
    }

    Right of(Right right) {
        return new Right(of(right.grantee()), right.privilege(), right.grantable());
    }

    private long of(long oid) {
        return oid == stand ? owner : oid;
    }
}
