package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a role leaves behind: what it owns goes to an heir, what it is granted is taken away, database by database, so
/// that it can be dropped (PostgreSQL documentation, 21.4, Dropping Roles). Without an heir nothing that it owns is
/// touched.
final class Estate {
    private static final Messages MESSAGES = Messages.of(Estate.class);

    /// Where something of the role's is: owned, or granted.
    private static final String LEFT = """
            SELECT coalesce(d.datname, '') AS place, s.deptype = 'o' AS owned, count(*) AS things
              FROM pg_shdepend s LEFT JOIN pg_database d ON d.oid = s.dbid
             WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = ?::text::oid
             GROUP BY 1, 2 ORDER BY 1, 2""";

    private static final String OWNS_NOTHING = """
            SELECT count(*) = 0 FROM pg_shdepend s
             WHERE s.refclassid = 'pg_authid'::regclass AND s.refobjid = ?::text::oid AND s.deptype = 'o'
               AND s.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))""";

    private static final String IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user";

    private final PgAccess access;
    private final PgLogin acting;
    private final Optional<String> heir;

    Estate(PgAccess access, PgLogin acting, Optional<String> heir) {
        this.access = access;
        this.acting = acting;
        this.heir = heir;
    }

    /// @param place a database; empty for what is the whole cluster's
    private record Left(String place, boolean owned, int things) {
        @Override
        public String toString() {
            return MESSAGES.text("estate.left", things, place.isEmpty() ? MESSAGES.text("estate.cluster") : place);
        }
    }

    /// @return what stands in the way, in words; empty if the role can be dropped
    Optional<String> settle(PgSession session, Login login) throws PgException, InterruptedException {
        List<Left> left = left(session, login);
        List<Left> owned = left.stream().filter(Left::owned).toList();
        if (!owned.isEmpty() && heir.isEmpty()) {
            return Optional.of(MESSAGES.text("estate.owned", login.role(), words(owned)));
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        join(session, login);
        // What is the whole cluster's is settled from any database.
        List<String> places = left.stream()
                .map(each -> each.place().isEmpty() ? access.maintenance() : each.place())
                .distinct()
                .toList();
        for (String place : places) {
            settle(place, login, !owned.isEmpty());
        }
        List<Left> kept = left(session, login);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(MESSAGES.text("estate.granted", login.role(), words(kept)));
    }

    private static List<Left> left(PgSession session, Login login) throws PgException, InterruptedException {
        return session.rows(
                LEFT,
                row -> new Left(row.getString("place"), row.getBoolean("owned"), row.getInt("things")),
                String.valueOf(login.oid()));
    }

    private static String words(List<Left> left) {
        return left.stream().map(Left::toString).collect(Collectors.joining(", "));
    }

    /// Both statements want the rights of whom they are about; who may make itself a member does, for as long as the
    /// role is there.
    private void join(PgSession session, Login login) throws PgException, InterruptedException {
        if (session.is(IS_SUPERUSER)) {
            return;
        }
        String options = session.isAtLeast(16) ? " WITH INHERIT TRUE, SET FALSE" : "";
        session.run("GRANT " + Quoted.name(login.role()) + " TO CURRENT_USER" + options);
    }

    private void settle(String database, Login login, boolean owned) throws PgException, InterruptedException {
        String role = Quoted.name(login.role());
        try (PgSession session = access.act(acting, database)) {
            session.begin();
            if (owned && heir.isPresent()) {
                session.run("REASSIGN OWNED BY " + role + " TO " + Quoted.name(heir.get()));
            }
            if (ownsNothing(session, login)) {
                session.run("DROP OWNED BY " + role + " RESTRICT");
            }
            session.commit();
        }
    }

    /// Nothing that is owned is ever dropped, whatever was made since it was looked.
    private static boolean ownsNothing(PgSession session, Login login) throws PgException, InterruptedException {
        return session.is(OWNS_NOTHING, String.valueOf(login.oid()));
    }
}
