package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Optional;

/// Logs in with one of Curfew's own credentials, and asks what it is.
public final class PostgresSelfCheck implements SelfCheck {
    private static final Messages MESSAGES = Messages.of(PostgresSelfCheck.class);

    private static final String WHO = """
            SELECT rolname, concat_ws(', ', CASE WHEN rolsuper THEN 'SUPERUSER' END,
                                      CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
                                      (SELECT string_agg(g.rolname, ', ' ORDER BY g.rolname)
                                         FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
                                        WHERE m.member = r.oid AND g.rolname LIKE 'pg\\_%')) AS powers,
                   coalesce(floor(extract(epoch FROM CASE WHEN isfinite(rolvaliduntil) THEN rolvaliduntil END))::bigint, 0)
                       AS ends
              FROM pg_roles r WHERE rolname = session_user""";

    private final PgAccess access;

    public PostgresSelfCheck(PgAccess access) {
        this.access = access;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        try {
            Optional<PgLogin> login = access.login(credential);
            if (login.isEmpty()) {
                return new Standing.Refused(MESSAGES.text("self.shape"));
            }
            try (PgLogin own = login.get();
                    PgSession session = access.read(own, access.maintenance())) {
                return session.rows(
                                WHO,
                                row -> works(row.getString("rolname"), row.getString("powers"), row.getLong("ends")))
                        .getFirst();
            }
        } catch (PgException e) {
            PgFailure failure = e.failure();
            return failure.isRefusal()
                    ? new Standing.Refused(failure.sentence(access.where()))
                    : new Standing.Unclear(failure.sentence(access.where()));
        } catch (SourceException e) {
            return new Standing.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static Standing works(String name, String powers, long ends) {
        String who = powers.isEmpty() ? MESSAGES.text("self.who", name) : MESSAGES.text("self.powers", name, powers);
        return new Standing.Works(who, ends == 0 ? new Expiry.Never() : new Expiry.At(Instant.ofEpochSecond(ends)));
    }
}
