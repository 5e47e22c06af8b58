package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.act.PostgresRevoker;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// Ends a login. From `VALID UNTIL` on the server takes no password of its; whoever logs in otherwise, and what is
/// open, goes on until Curfew takes `LOGIN` away and ends the sessions (PostgreSQL documentation, CREATE ROLE).
final class LoginEnds implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(LoginEnds.class);
    private static final DateTimeFormatter AS_WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final String OID = "oid";
    private static final String VALID = "validUntil";

    private final Acting acting;
    private final Revoker revoker;

    LoginEnds(Acting acting, Revoker revoker) {
        this.acting = acting;
        this.revoker = revoker;
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        BoxedLogin login = acting.read(session -> BoxedLogin.of(session, access.subject()));
        if (!login.logsIn()) {
            throw refused("no-login", login.role());
        }
        if (!login.ends().isAfter(until)) {
            throw refused("ends-before", login.role(), login.validUntil());
        }
        return new Boxable(
                Map.of(OID, String.valueOf(login.oid()), VALID, login.validUntil()),
                false,
                MESSAGES.text("login.how"),
                List.of(MESSAGES.text("login.sessions", login.sessions()), MESSAGES.text("login.others")),
                false);
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return acting.act(session -> {
            BoxedLogin login = login(session, box);
            if (login.validUntil().equals(written(box))) {
                return acting.already("begun", written(box));
            }
            if (!login.validUntil().equals(box.prior().get(VALID))) {
                return acting.refused("changed", login.role(), login.validUntil());
            }
            session.run("ALTER ROLE " + Quoted.name(login.role()) + " VALID UNTIL " + Quoted.text(written(box)));
            return acting.done("begun", written(box));
        });
    }

    /// Whatever became of `VALID UNTIL`: an end that somebody took away ends all the same.
    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        CredentialId login = new PgNames(box.access().source())
                .login(
                        BoxedLogin.roleOf(box.access().subject()),
                        Long.parseLong(box.prior().getOrDefault(OID, "0")));
        ActionOutcome shut = revoker.act(new Action(PostgresRevoker.DISABLE, true), login);
        if (!shut.isDone()) {
            return shut;
        }
        ActionOutcome ended = revoker.act(new Action(PostgresRevoker.TERMINATE, false), login);
        return ended.isDone() && shut instanceof ActionOutcome.AlreadyDone ? shut : ended;
    }

    /// `LOGIN` comes back only where the end took it away.
    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return acting.act(session -> {
            BoxedLogin login = login(session, box);
            String prior = box.prior().getOrDefault(VALID, BoxedLogin.ENDLESS);
            boolean back = login.validUntil().equals(prior);
            if (back && (login.logsIn() || !ended)) {
                return acting.already("lifted", prior);
            }
            if (!back && !login.validUntil().equals(written(box))) {
                return acting.refused("changed", login.role(), login.validUntil());
            }
            session.run("ALTER ROLE " + Quoted.name(login.role()) + (ended ? " LOGIN" : "") + " VALID UNTIL "
                    + Quoted.text(prior));
            return acting.done("lifted", prior);
        });
    }

    private static BoxedLogin login(PgSession session, TimeBox box) throws PgException, InterruptedException {
        BoxedLogin login = BoxedLogin.of(session, box.access().subject());
        if (!String.valueOf(login.oid()).equals(box.prior().get(OID))) {
            throw refused("another", login.role());
        }
        return login;
    }

    private static String written(TimeBox box) {
        return AS_WRITTEN.format(box.until());
    }

    private static SourceException refused(String key, Object... arguments) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, arguments));
    }
}
