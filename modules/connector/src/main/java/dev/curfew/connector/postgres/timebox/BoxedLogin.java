package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a role that logs in stands, to the second.
///
/// @param validUntil as the server writes it; `infinity` where there is no end, `-infinity` where it was always over
/// @param ends the same; [Instant#MAX] where there is none, [Instant#MIN] where it was always over
record BoxedLogin(String role, long oid, boolean logsIn, String validUntil, Instant ends, int sessions) {
    static final String ENDLESS = "infinity";

    private static final Messages MESSAGES = Messages.of(BoxedLogin.class);

    private static final String ROLE = """
            SELECT r.rolname, r.oid::bigint AS oid, r.rolcanlogin,
                   CASE WHEN isfinite(r.rolvaliduntil)
                        THEN to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'
                        ELSE coalesce(r.rolvaliduntil::text, 'infinity') END AS valid,
                   CASE WHEN isfinite(r.rolvaliduntil) THEN floor(extract(epoch FROM r.rolvaliduntil))::bigint END AS ends,
                   (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid) AS sessions
              FROM pg_roles r WHERE r.rolname = ?""";

    /// The role that an identity is, or that a credential logs in as.
    ///
    /// @throws SourceException if it is neither
    static String roleOf(EntityId subject) {
        return (subject instanceof IdentityId id
                        ? PgNames.role(id)
                        : subject instanceof CredentialId id
                                ? PgNames.login(id).map(PgNames.Login::role)
                                : Optional.<String>empty())
                .orElseThrow(() -> refused("no-role", subject.text()));
    }

    /// @throws SourceException if there is no such role, or it is not the one that was meant
    static BoxedLogin of(PgSession session, EntityId subject) throws PgException, InterruptedException {
        String role = roleOf(subject);
        List<BoxedLogin> found = session.rows(ROLE, BoxedLogin::row, role);
        if (found.isEmpty()) {
            throw refused("gone", role);
        }
        BoxedLogin login = found.getFirst();
        boolean another = subject instanceof CredentialId id
                && PgNames.login(id).filter(it -> it.oid() != login.oid()).isPresent();
        if (another) {
            throw refused("another", role);
        }
        return login;
    }

    private static BoxedLogin row(ResultSet row) throws SQLException {
        return new BoxedLogin(
                row.getString("rolname"),
                row.getLong("oid"),
                row.getBoolean("rolcanlogin"),
                row.getString("valid"),
                ends(row),
                row.getInt("sessions"));
    }

    /// The beginning of 1970 is an end like any other, and a common way to shut a login.
    private static Instant ends(ResultSet row) throws SQLException {
        long seconds = row.getLong("ends");
        if (!row.wasNull()) {
            return Instant.ofEpochSecond(seconds);
        }
        return ENDLESS.equals(row.getString("valid")) ? Instant.MAX : Instant.MIN;
    }

    private static SourceException refused(String key, String name) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, name));
    }
}
