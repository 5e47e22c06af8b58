package dev.curfew.connector.postgres.door;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session of a role. Nothing but the server's administrator, or the role itself by another session, ends it.
final class PostgresEntry implements Entry {
    private static final Messages MESSAGES = Messages.of(PostgresEntry.class);

    /// A pid is used again: with the moment it was started, it names one session.
    private static final String OWN =
            "SELECT pid || ' ' || extract(epoch FROM backend_start) FROM pg_stat_activity WHERE pid = pg_backend_pid()";

    private static final String IS_OPEN =
            "SELECT count(*) > 0 FROM pg_stat_activity WHERE pid || ' ' || extract(epoch FROM backend_start) = ?";

    private static final String TERMINATE =
            "SELECT coalesce(bool_and(pg_terminate_backend(pid, 5000)), true) FROM pg_stat_activity"
                    + " WHERE pid || ' ' || extract(epoch FROM backend_start) = ?";

    private final PgAccess access;
    private final InstantSource clock;
    private final PgSession session;
    private Secret credential;
    private @Nullable String name;

    /// @param credential closed with this
    PostgresEntry(PgAccess access, InstantSource clock, Secret credential, PgSession session) {
        this.access = access;
        this.clock = clock;
        this.credential = credential;
        this.session = session;
    }

    /// VALID UNTIL ends logins, not sessions.
    @Override
    public Optional<Instant> endsAt() {
        return Optional.empty();
    }

    /// A table, `schema.table`, with a column `drill` of type text.
    @Override
    public String use(String canary, String mark) throws InterruptedException {
        String[] parts = canary.split("\\.", 2);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("canary.shape", canary));
        }
        String table = Quoted.name(parts[0]) + "." + Quoted.name(parts[1]);
        try {
            session.run("INSERT INTO " + table + " (drill) VALUES (" + Quoted.text(mark) + ")");
            if (!session.is("SELECT count(*) > 0 FROM " + table + " WHERE drill = ?", mark)) {
                throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("canary.other", canary));
            }
            return MESSAGES.text("canary.used", canary);
        } catch (PgException e) {
            SourceException why = e.failure().asSourceException(access.where());
            throw new SourceException(
                    why.kind(), MESSAGES.text("canary.refused", canary, String.valueOf(why.getMessage())), e);
        }
    }

    /// A session that broke off here may go on there, so the server is asked by another one.
    @Override
    public ProbeOutcome attempt() throws InterruptedException {
        try {
            own();
            session.one("SELECT 1");
            return new ProbeOutcome.Accepted(clock.instant(), MESSAGES.text("session.accepted"));
        } catch (PgException broken) {
            return isGone(broken.failure().sentence(access.where()));
        }
    }

    private ProbeOutcome isGone(String words) throws InterruptedException {
        String known = name;
        if (known == null) {
            return new ProbeOutcome.Indeterminate(clock.instant(), words);
        }
        try (PgLogin login = access.login(credential).orElseThrow();
                PgSession other = access.act(login, access.maintenance())) {
            return other.is(IS_OPEN, known)
                    ? new ProbeOutcome.Indeterminate(clock.instant(), words)
                    : new ProbeOutcome.Refused(
                            clock.instant(), RefusalClass.INVALID_CREDENTIAL, MESSAGES.text("session.gone"));
        } catch (PgException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), e.failure().sentence(access.where()));
        }
    }

    @Override
    public ActionOutcome end() throws InterruptedException {
        try (PgLogin login = access.login(credential).orElseThrow();
                PgSession other = access.act(login, access.maintenance())) {
            boolean ended = other.is(TERMINATE, own());
            return ended
                    ? new ActionOutcome.Done(clock.instant(), MESSAGES.text("session.ended"))
                    : new ActionOutcome.Uncertain(clock.instant(), MESSAGES.text("session.left"));
        } catch (PgException e) {
            return failed(e);
        }
    }

    private String own() throws PgException, InterruptedException {
        String known = name;
        if (known == null) {
            known = session.one(OWN);
            name = known;
        }
        return known;
    }

    /// The server is given what verifies the password, never the password: its log may show statements.
    @Override
    public ActionOutcome replace(Secret fresh) throws InterruptedException {
        try (PgLogin next = access.login(fresh).orElseThrow();
                PgLogin login = access.login(credential).orElseThrow()) {
            if (!next.user().equals(login.user())) {
                throw new IllegalArgumentException("not a credential of " + login.user());
            }
            own();
            session.run("ALTER ROLE " + Quoted.name(next.user()) + " PASSWORD " + Quoted.text(next.verifier()));
            credential.close();
            credential = fresh.copy();
            return new ActionOutcome.Done(clock.instant(), MESSAGES.text("replaced"));
        } catch (PgException e) {
            return failed(e);
        }
    }

    private ActionOutcome failed(PgException e) {
        String words = e.failure().sentence(access.where());
        return e.failure().isRefusal()
                ? new ActionOutcome.Refused(clock.instant(), words)
                : new ActionOutcome.Uncertain(clock.instant(), words);
    }

    @Override
    public Map<String, Secret> variables() {
        return access.variables(credential);
    }

    @Override
    public void close() {
        session.close();
        credential.close();
    }
}
