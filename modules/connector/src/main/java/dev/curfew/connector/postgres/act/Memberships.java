package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import java.util.ArrayList;
import java.util.List;

/// What a role is a member of, taken away.
final class Memberships {
    private static final String OF = """
            SELECT g.rolname AS called, b.rolname AS grantor
              FROM pg_auth_members m
              JOIN pg_roles g ON g.oid = m.roleid
              JOIN pg_roles b ON b.oid = m.grantor
             WHERE m.member = ?::text::oid ORDER BY 1, 2""";

    private final PgSession session;

    Memberships(PgSession session) {
        this.session = session;
    }

    /// @param gone groups that it is no longer in
    /// @param kept groups that it still is in, each with the server's reason
    record Left(List<String> gone, List<String> kept) {
        Left {
            gone = List.copyOf(gone);
            kept = List.copyOf(kept);
        }
    }

    private record Row(String group, String grantor) {}

    /// One by one: what may not be taken away keeps nothing else.
    Left leave(Login login) throws PgException, InterruptedException {
        List<String> gone = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        String oid = String.valueOf(login.oid());
        for (Row row : session.rows(OF, each -> new Row(each.getString(1), each.getString(2)), oid)) {
            try {
                session.run(revoke(row, login.role()));
                gone.add(row.group());
            } catch (PgException e) {
                if (!e.failure().isRefusal()) {
                    throw e;
                }
                kept.add(row.group() + ": " + e.failure().words());
            }
        }
        return new Left(gone.stream().distinct().toList(), kept);
    }

    /// Since version 16 several may have granted the same, and each grant is taken away by itself.
    private String revoke(Row row, String member) {
        String sql = "REVOKE " + Quoted.name(row.group()) + " FROM " + Quoted.name(member);
        return session.isAtLeast(16) ? sql + " GRANTED BY " + Quoted.name(row.grantor()) : sql;
    }
}
