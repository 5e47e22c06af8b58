package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// Sessions as the acting role, and what became of what was done in them.
final class Acting {
    private static final Messages MESSAGES = Messages.of(Acting.class);

    private final PgAccess access;
    private final Clock clock;

    Acting(PgAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// @param <T> what comes of it
    @FunctionalInterface
    interface Deed<T> {
        T in(PgSession session) throws PgException, InterruptedException;
    }

    /// @throws SourceException if the server refuses, or does not answer
    <T> T read(Deed<T> deed) throws InterruptedException {
        return seen(access.readingLogin(), deed);
    }

    /// As [#read], as the acting role: what it could do.
    <T> T look(Deed<T> deed) throws InterruptedException {
        return seen(access.actingLogin(), deed);
    }

    private <T> T seen(PgLogin login, Deed<T> deed) throws InterruptedException {
        try (login;
                PgSession session = access.read(login, access.maintenance())) {
            return deed.in(session);
        } catch (PgException e) {
            throw e.failure().asSourceException(access.where());
        }
    }

    ActionOutcome act(Deed<ActionOutcome> deed) throws InterruptedException {
        try (PgLogin login = access.actingLogin();
                PgSession session = access.act(login, access.maintenance())) {
            return deed.in(session);
        } catch (PgException e) {
            String words = e.failure().sentence(access.where());
            return e.failure().isRefusal()
                    ? new ActionOutcome.Refused(clock.instant(), words)
                    : new ActionOutcome.Uncertain(clock.instant(), words);
        } catch (SourceException e) {
            String words = String.valueOf(e.getMessage());
            return e.kind() == SourceException.Kind.REFUSED
                    ? new ActionOutcome.Refused(clock.instant(), words)
                    : new ActionOutcome.Uncertain(clock.instant(), words);
        }
    }

    ActionOutcome done(String key, Object... arguments) {
        return new ActionOutcome.Done(clock.instant(), MESSAGES.text(key, arguments));
    }

    ActionOutcome already(String key, Object... arguments) {
        return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text(key, arguments));
    }

    ActionOutcome refused(String key, Object... arguments) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text(key, arguments));
    }
}
