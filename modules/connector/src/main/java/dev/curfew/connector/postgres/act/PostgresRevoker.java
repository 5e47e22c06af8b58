package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.Optional;

/// Ends logins, what can be undone first: no new sessions, none of the open ones, no password that is valid, no rights
/// of others, and at last no role.
public final class PostgresRevoker implements Revoker {
    /// `NOLOGIN`.
    public static final String DISABLE = "postgresql.disable-login";

    /// `LOGIN`: undoes it.
    public static final String ENABLE = "postgresql.enable-login";

    /// `VALID UNTIL` now.
    public static final String EXPIRE = "postgresql.expire-password";

    public static final String TERMINATE = "postgresql.terminate-sessions";

    /// Takes away what it is a member of.
    public static final String LEAVE = "postgresql.revoke-memberships";

    public static final String DROP = "postgresql.drop-role";

    private static final Messages MESSAGES = Messages.of(PostgresRevoker.class);

    private final PgAccess access;
    private final Clock clock;
    private final Optional<String> heir;

    /// @param heir who is to own what a dropped role owned; empty: such a role is not dropped
    public PostgresRevoker(PgAccess access, Clock clock, Optional<String> heir) {
        this.access = access;
        this.clock = clock;
        this.heir = heir;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        Act act = of(action.code());
        Optional<Login> login = PgNames.login(credential);
        if (login.isEmpty() || !credential.source().equals(access.source())) {
            return refused(MESSAGES.text("act.no-login"));
        }
        try (PgLogin acting = access.actingLogin()) {
            if (isOurs(login.get(), acting)) {
                return refused(MESSAGES.text("act.own"));
            }
            try (PgSession session = access.act(acting, access.maintenance())) {
                return act(act, session, acting, login.get());
            }
        } catch (PgException e) {
            return failed(e.failure());
        } catch (SourceException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    /// What one action does to a role that is there.
    @FunctionalInterface
    private interface Act {
        ActionOutcome on(PgSession session, PgLogin acting, LoginStanding.Held held, Login login)
                throws PgException, InterruptedException;
    }

    private Act of(String code) {
        return switch (code) {
            case DISABLE -> (session, _, held, _) -> disable(session, held);
            case ENABLE -> (session, _, held, _) -> enable(session, held);
            case EXPIRE -> (session, _, held, _) -> expire(session, held);
            case TERMINATE -> (session, _, held, login) -> terminate(session, held, login);
            case LEAVE -> (session, _, _, login) -> leave(session, login);
            case DROP -> this::drop;
            default -> throw new IllegalArgumentException("not an action of PostgreSQL's: " + code);
        };
    }

    private boolean isOurs(Login login, PgLogin acting) {
        try (PgLogin reading = access.readingLogin()) {
            return login.role().equals(acting.user()) || login.role().equals(reading.user());
        }
    }

    private ActionOutcome act(Act act, PgSession session, PgLogin acting, Login login)
            throws PgException, InterruptedException {
        return switch (new LoginSearch(session).of(login)) {
            case LoginStanding.Held held -> act.on(session, acting, held, login);
            case LoginStanding.Renamed renamed -> refused(LoginWords.of(renamed));
            case LoginStanding.Gone gone when gone.sessions() > 0 -> leftovers(session, login, gone);
            case LoginStanding.Gone gone -> new ActionOutcome.AlreadyDone(clock.instant(), LoginWords.of(gone));
        };
    }

    /// Whatever was to be done, the role is gone and its sessions are not: they are ended.
    private ActionOutcome leftovers(PgSession session, Login login, LoginStanding.Gone gone)
            throws PgException, InterruptedException {
        OpenSessions.Ended ended = new OpenSessions(session).end(login.oid());
        return ended.left() == 0
                ? done("act.leftovers", ended.ended())
                : uncertain("act.terminate.left", ended.ended(), gone.sessions() - ended.ended());
    }

    private ActionOutcome disable(PgSession session, LoginStanding.Held held) throws PgException, InterruptedException {
        if (!held.logsIn()) {
            return already(held);
        }
        alter(session, held, "NOLOGIN");
        return done("act.disabled", LoginWords.sessions(held.sessions()));
    }

    private ActionOutcome enable(PgSession session, LoginStanding.Held held) throws PgException, InterruptedException {
        if (held.logsIn()) {
            return already(held);
        }
        alter(session, held, "LOGIN");
        return done("act.enabled");
    }

    /// The former end is told, because nobody else knows it any more.
    private ActionOutcome expire(PgSession session, LoginStanding.Held held) throws PgException, InterruptedException {
        if (held.over()) {
            return already(held);
        }
        String now = session.one("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'");
        alter(session, held, "VALID UNTIL " + Quoted.text(now));
        return held.validUntil() == null
                ? done("act.expired.endless")
                : done("act.expired", String.valueOf(held.validUntil()));
    }

    private static void alter(PgSession session, LoginStanding.Held held, String what)
            throws PgException, InterruptedException {
        session.run("ALTER ROLE " + Quoted.name(held.name()) + " " + what);
    }

    private ActionOutcome terminate(PgSession session, LoginStanding.Held held, Login login)
            throws PgException, InterruptedException {
        if (held.sessions() == 0) {
            return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("act.terminate.none"));
        }
        OpenSessions.Ended ended = new OpenSessions(session).end(login.oid());
        return ended.left() == 0
                ? done("act.terminated", ended.ended())
                : uncertain("act.terminate.left", ended.ended(), ended.left());
    }

    private ActionOutcome leave(PgSession session, Login login) throws PgException, InterruptedException {
        Memberships.Left left = new Memberships(session).leave(login);
        if (!left.kept().isEmpty()) {
            return refused(MESSAGES.text(
                    "act.left.not",
                    left.gone().size(),
                    String.join(", ", left.gone()),
                    String.join("; ", left.kept())));
        }
        return left.gone().isEmpty()
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("act.left.none"))
                : done("act.left", String.join(", ", left.gone()));
    }

    private ActionOutcome drop(PgSession session, PgLogin acting, LoginStanding.Held held, Login login)
            throws PgException, InterruptedException {
        if (held.logsIn()) {
            alter(session, held, "NOLOGIN");
        }
        OpenSessions.Ended ended = new OpenSessions(session).end(login.oid());
        if (ended.left() > 0) {
            return uncertain("act.terminate.left", ended.ended(), ended.left());
        }
        Estate estate = new Estate(access, acting, heir);
        Optional<String> obstacle = estate.settle(session, login);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        session.run("DROP ROLE " + Quoted.name(held.name()));
        return done("act.dropped", ended.ended());
    }

    private ActionOutcome already(LoginStanding.Held held) {
        return new ActionOutcome.AlreadyDone(clock.instant(), LoginWords.of(held));
    }

    private ActionOutcome done(String key, Object... arguments) {
        return new ActionOutcome.Done(clock.instant(), MESSAGES.text(key, arguments));
    }

    private ActionOutcome uncertain(String key, Object... arguments) {
        return new ActionOutcome.Uncertain(clock.instant(), MESSAGES.text(key, arguments));
    }

    private ActionOutcome refused(String detail) {
        return new ActionOutcome.Refused(clock.instant(), detail);
    }

    /// The server's own no is one; where it said nothing it may have acted.
    private ActionOutcome failed(PgFailure failure) {
        String words = failure.sentence(access.where());
        return switch (failure.kind()) {
            case NO_RIGHT -> refused(MESSAGES.text("act.no-right", failure.words()));
            case WRONG_PASSWORD,
                    NOT_PERMITTED,
                    WRONG_PLACE,
                    NO_DATABASE,
                    TOO_MANY,
                    NOT_NOW,
                    LOCKED,
                    ABSENT,
                    NEEDED,
                    UNKNOWN_HOST,
                    NO_CONNECTION,
                    NOT_DIALLED,
                    UNTRUSTED,
                    NO_TLS,
                    UNSAFE -> refused(words);
            case TIMED_OUT, BROKEN_OFF, FOREIGN, TOO_LARGE, OTHER ->
                new ActionOutcome.Uncertain(clock.instant(), words);
        };
    }
}
