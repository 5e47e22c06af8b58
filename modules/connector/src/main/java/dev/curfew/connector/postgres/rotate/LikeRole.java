package dev.curfew.connector.postgres.rotate;

import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/// A role that may do what another may by the groups it is in. What the other owns, or was granted itself, a second
/// role could only have by being a member of it, and would lose when it is dropped: such a role is not replaced.
final class LikeRole {
    private static final Messages MESSAGES = Messages.of(LikeRole.class);

    /// PostgreSQL cuts longer names (NAMEDATALEN).
    private static final int NAME_BYTES_MAX = 63;

    /// What it owns, was granted, and is named in by policies of rows, in all databases.
    private static final String OWN = """
            SELECT count(*) FROM pg_shdepend
             WHERE refclassid = 'pg_authid'::regclass AND refobjid = ?::text::oid
               AND classid <> 'pg_auth_members'::regclass""";

    private static final String POWERS = """
            SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR NOT rolinherit
              FROM pg_roles WHERE oid = ?::text::oid""";

    private static final String SETTINGS = "SELECT count(*) FROM pg_db_role_setting WHERE setrole = ?::text::oid";

    private static final String LIMITS = """
            SELECT ' CONNECTION LIMIT ' || rolconnlimit
                   || coalesce(' VALID UNTIL ' || quote_literal(rolvaliduntil), '')
              FROM pg_roles WHERE oid = ?::text::oid AND rolname = ?""";

    private final PgSession session;
    private final Login old;

    LikeRole(PgSession session, Login old) {
        this.session = session;
        this.old = old;
    }

    /// @param name quoted
    /// @param how it is granted; empty before version 16
    private record Group(String name, String how, boolean administers) {}

    /// @throws SourceException if there is no such role, or it has more than its groups
    void check() throws PgException, InterruptedException {
        String oid = String.valueOf(old.oid());
        if (session.rows(LIMITS, row -> row.getString(1), oid, old.role()).isEmpty()) {
            throw refused("rotate.gone", old.role());
        }
        if (session.is(POWERS, oid)) {
            throw refused("rotate.powers", old.role());
        }
        if (!session.one(OWN, oid).equals("0")) {
            throw refused("rotate.own", old.role(), session.one(OWN, oid));
        }
        if (!session.one(SETTINGS, oid).equals("0")) {
            throw refused("rotate.settings", old.role());
        }
        if (groups().stream().anyMatch(Group::administers)) {
            throw refused("rotate.administers", old.role());
        }
    }

    /// Whole, or not at all.
    ///
    /// @return its oid
    long make(String name, String mark, Secret password) throws PgException, InterruptedException {
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
            throw refused("rotate.name", name);
        }
        String oid = String.valueOf(old.oid());
        session.begin();
        session.run("CREATE ROLE " + Quoted.name(name) + " LOGIN INHERIT PASSWORD "
                + Quoted.text(password.use(LikeRole::verifier)) + session.one(LIMITS, oid, old.role()));
        for (Group group : groups()) {
            session.run("GRANT " + group.name() + " TO " + Quoted.name(name) + group.how());
        }
        session.run("COMMENT ON ROLE " + Quoted.name(name) + " IS " + Quoted.text("curfew-rotation: " + mark));
        long made = Long.parseLong(session.one("SELECT oid FROM pg_roles WHERE rolname = ?", name));
        session.commit();
        return made;
    }

    /// A group that it is in without inheriting, or becoming it, stays so (since version 16).
    private List<Group> groups() throws PgException, InterruptedException {
        String how = session.isAtLeast(16) ? "' WITH INHERIT ' || m.inherit_option || ', SET ' || m.set_option" : "''";
        return session.rows(
                "SELECT quote_ident(g.rolname), " + how + ", m.admin_option"
                        + " FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
                        + " WHERE m.member = ?::text::oid ORDER BY g.rolname",
                row -> new Group(row.getString(1), row.getString(2), row.getBoolean(3)),
                String.valueOf(old.oid()));
    }

    /// The driver wipes what it is given. The server never sees the password: its log may show statements.
    private static String verifier(char[] password) {
        return PasswordUtil.encodeScramSha256(password.clone());
    }

    private static SourceException refused(String key, Object... arguments) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, arguments));
    }
}
