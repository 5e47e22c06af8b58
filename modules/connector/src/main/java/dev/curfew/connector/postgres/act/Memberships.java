package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// What a role is a member of, taken away.
final class Memberships {
    private static final String OF = """
            SELECT g.rolname AS called, b.rolname AS grantor, pg_has_role(current_user, b.oid, 'USAGE') AS acts
              FROM pg_auth_members m
              JOIN pg_roles g ON g.oid = m.roleid
              JOIN pg_roles b ON b.oid = m.grantor
             WHERE m.member = ?::text::oid ORDER BY 1, 2""";

    private static final Messages MESSAGES = Messages.of(Memberships.class);

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

    /// @param acts whether we have what its grantor has
    private record Row(String group, String grantor, boolean acts) {}

    /// One by one: what may not be taken away keeps nothing else.
    Left leave(Login login) throws PgException, InterruptedException {
        List<String> gone = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        String oid = String.valueOf(login.oid());
        for (Row row :
                session.rows(OF, each -> new Row(each.getString(1), each.getString(2), each.getBoolean(3)), oid)) {
            String sql = revoke(row, login.role());
            if (!row.acts() && session.isAtLeast(16)) {
                kept.add(MESSAGES.text("membership.others", row.group(), row.grantor(), sql));
                continue;
            }
            try {
                session.run(sql);
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

    /// Since version 16 several may have granted the same, and each grant is taken away by itself: by its grantor, or
    /// who
    /// has its rights (https://www.postgresql.org/docs/16/sql-revoke.html).
    private String revoke(Row row, String member) {
        String sql = "REVOKE " + Quoted.name(row.group()) + " FROM " + Quoted.name(member);
        return session.isAtLeast(16) ? sql + " GRANTED BY " + Quoted.name(row.grantor()) : sql;
    }
}
