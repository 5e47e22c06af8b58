package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.catalog.ClusterCatalog;
import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.MemberRow;
import dev.curfew.connector.postgres.catalog.MembershipRow;
import dev.curfew.connector.postgres.catalog.RoleCatalog;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.facts.Roles;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import java.util.List;

/// What everything else hangs on: without the roles nothing can be told of anything.
record Base(
        List<RoleRow> rows,
        List<MemberRow> members,
        List<MembershipRow> memberships,
        List<DatabaseRow> databases,
        Roles roles) {

    static Base read(PgSession session) throws PgException, InterruptedException {
        RoleCatalog catalog = new RoleCatalog(session);
        List<RoleRow> rows = catalog.roles();
        List<MemberRow> members = catalog.members();
        return new Base(
                rows,
                members,
                catalog.memberships(),
                new ClusterCatalog(session).databases(),
                new Roles(rows, members));
    }
}
