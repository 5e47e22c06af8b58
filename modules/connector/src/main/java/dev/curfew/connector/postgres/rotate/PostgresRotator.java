package dev.curfew.connector.postgres.rotate;

import dev.curfew.connector.password.NewPassword;
import dev.curfew.connector.postgres.act.PostgresRevoker;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.facts.PgNames.Login;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A second role in the same groups: a role has one password, so that a new one would cut off whoever has the old one.
/// The second role's name has the mark in it.
public final class PostgresRotator implements Rotator {
    private static final Messages MESSAGES = Messages.of(PostgresRotator.class);
    private static final UsageQuality SESSIONS =
            new UsageQuality("pg_stat_activity", Duration.ZERO, Duration.ZERO, false);

    private final PgAccess access;
    private final Revoker revoker;
    private final Clock clock;

    public PostgresRotator(PgAccess access, Revoker revoker, Clock clock) {
        this.access = access;
        this.revoker = revoker;
        this.clock = clock;
    }

    /// What is done in one session.
    @FunctionalInterface
    private interface Work<T> {
        T in(PgSession session) throws PgException, InterruptedException;
    }

    private <T> T acting(Work<T> work) throws InterruptedException {
        try (PgLogin acting = access.actingLogin();
                PgSession session = access.act(acting, access.maintenance())) {
            return work.in(session);
        } catch (PgException e) {
            SourceException why = e.failure().asSourceException(access.where());
            throw new SourceException(
                    why.kind(), MESSAGES.text("rotate.refused", e.failure().words()), why);
        }
    }

    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        return acting(session -> {
            new LikeRole(session, login(old)).check();
            return Set.of();
        });
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        PgNames names = new PgNames(old.source());
        List<CredentialId> found = acting(session -> session.rows(
                "SELECT rolname, oid FROM pg_roles WHERE rolname = ?",
                row -> names.login(row.getString(1), row.getLong(2)),
                name(old, mark)));
        return found.stream().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean marks() {
        return true;
    }

    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        String name = name(old, mark);
        try (Secret password = NewPassword.make()) {
            long oid = acting(session -> {
                LikeRole like = new LikeRole(session, login(old));
                like.check();
                return like.make(name, mark, password);
            });
            return new Fresh(new PgNames(old.source()).login(name, oid), access.line(name, password));
        }
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return revoker.act(new Action(PostgresRevoker.DROP, false), fresh);
    }

    @Override
    public boolean recordTellsApart() {
        return true;
    }

    /// PostgreSQL keeps no record of logins: a session that is open now is a use, and none is no evidence.
    @Override
    public Usage lastUse(CredentialId credential) throws InterruptedException {
        try {
            String open = acting(session -> session.one(
                    "SELECT count(*) FROM pg_stat_activity WHERE usesysid = ?::text::oid",
                    String.valueOf(login(credential).oid())));
            return open.equals("0")
                    ? new Usage.NotObserved(MESSAGES.text("rotate.no-sessions"))
                    : new Usage.Seen(clock.instant(), MESSAGES.text("rotate.sessions", open), SESSIONS);
        } catch (SourceException e) {
            return new Usage.NotObserved(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(CredentialId old) throws InterruptedException {
        return revoker.act(new Action(PostgresRevoker.ENABLE, true), old);
    }

    private static String name(CredentialId old, String mark) {
        return login(old).role() + "-" + mark;
    }

    private static Login login(CredentialId id) {
        return PgNames.login(id)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("rotate.no-login", id.nativeId())));
    }
}
