package dev.curfew.connector.openbao.door;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.breakglass.Wrapped;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A token that a user logged in for.
final class OpenBaoEntry implements Entry {
    private static final Messages MESSAGES = Messages.of(OpenBaoEntry.class);
    private static final String MARK = "curfew-drill";

    private final BaoAccess access;
    private final InstantSource clock;
    private final UserLogin user;
    private final Secret token;
    private final Instant endsAt;
    private final boolean ends;

    OpenBaoEntry(BaoAccess access, InstantSource clock, UserLogin user, Secret token, Instant endsAt, boolean ends) {
        this.access = access;
        this.clock = clock;
        this.user = user;
        this.token = token;
        this.endsAt = endsAt;
        this.ends = ends;
    }

    @Override
    public Optional<Instant> endsAt() {
        return ends ? Optional.of(endsAt) : Optional.empty();
    }

    /// A secret of a KV engine, as its API's path: `secret/data/canary` of version 2.
    @Override
    public String use(String canary, String mark) throws InterruptedException {
        String path = BaoPath.encode(canary);
        try (BaoSession session = access.with(token)) {
            done(session.write(path, Map.of("data", Map.of(MARK, mark))), canary);
            BaoAnswer.Done read = done(session.read(path), canary);
            if (!read.data().path("data").path(MARK).asText().equals(mark)) {
                throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("canary.other", canary));
            }
            return MESSAGES.text("canary.used", canary);
        }
    }

    private static BaoAnswer.Done done(BaoAnswer answer, String canary) {
        return switch (answer) {
            case BaoAnswer.Done done -> done;
            case BaoAnswer.Refused _, BaoAnswer.Rejected _, BaoAnswer.Absent _, BaoAnswer.Empty _ ->
                throw new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("canary.refused", canary, answer.words()));
            case BaoAnswer.Throttled _ ->
                throw new SourceException(
                        SourceException.Kind.THROTTLED, MESSAGES.text("canary.refused", canary, answer.words()));
            case BaoAnswer.Failed _, BaoAnswer.Silent _, BaoAnswer.Foreign _ ->
                throw new SourceException(
                        SourceException.Kind.UNREACHABLE, MESSAGES.text("canary.refused", canary, answer.words()));
        };
    }

    @Override
    public ProbeOutcome attempt() throws InterruptedException {
        try (BaoSession session = access.with(token)) {
            BaoAnswer answer = session.readWhatAnyTokenMay();
            Instant at = clock.instant();
            return switch (answer) {
                case BaoAnswer.Done _ -> new ProbeOutcome.Accepted(at, MESSAGES.text("session.accepted"));
                case BaoAnswer.Refused refused ->
                    new ProbeOutcome.Refused(
                            at,
                            refused.byPolicy() ? RefusalClass.DENIED : RefusalClass.INVALID_CREDENTIAL,
                            refused.words());
                case BaoAnswer.Throttled _,
                        BaoAnswer.Absent _,
                        BaoAnswer.Empty _,
                        BaoAnswer.Rejected _,
                        BaoAnswer.Failed _,
                        BaoAnswer.Silent _,
                        BaoAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(at, answer.words());
            };
        }
    }

    /// Every token may, by the policy `default`; one without that needs it in its own.
    @Override
    public ActionOutcome end() throws InterruptedException {
        try (BaoSession session = access.with(token)) {
            return outcome(session.ask("auth/token/revoke-self", Map.of()));
        }
    }

    @Override
    public ActionOutcome replace(Secret fresh) throws InterruptedException {
        UserLogin next = UserLogin.of(fresh);
        if (!next.account().equals(user.account())) {
            throw new IllegalArgumentException("not a credential of " + user.account());
        }
        try (BaoSession session = access.with(token)) {
            // Done again it does no more.
            return outcome(session.ask(user.passwordPath(), Map.of("password", next.password())));
        }
    }

    private ActionOutcome outcome(BaoAnswer answer) {
        Instant at = clock.instant();
        return answer instanceof BaoAnswer.Done done
                ? new ActionOutcome.Done(at, done.words())
                : answer.undone(at, answer.words());
    }

    @Override
    public Optional<Wrapped> wrap(Duration time) throws InterruptedException {
        return Optional.of(new Wrapping(access).of(token, time));
    }

    @Override
    public Map<String, Secret> variables() {
        return variables(access.connection(), token);
    }

    /// <https://openbao.org/docs/commands/>, and the names that programs of the Vault API know.
    static Map<String, Secret> variables(Connection connection, Secret token) {
        String address = connection.address().toString();
        return Map.of(
                "BAO_TOKEN", token.copy(),
                "VAULT_TOKEN", token.copy(),
                "BAO_ADDR", Secret.of(address),
                "VAULT_ADDR", Secret.of(address));
    }

    @Override
    public void close() {
        token.close();
    }
}
