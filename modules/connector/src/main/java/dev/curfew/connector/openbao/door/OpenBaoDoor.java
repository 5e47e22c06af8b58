package dev.curfew.connector.openbao.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.api.BaoUser;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.breakglass.Wrapped;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lets a user of a userpass login in. Its policy has to let it write at its own canary, and its own password.
public final class OpenBaoDoor implements EmergencyDoor {
    private static final Messages MESSAGES = Messages.of(OpenBaoDoor.class);

    /// What OpenBao 2.7.2 answers to a wrong password and to a user that is not there, as a 400.
    private static final String WRONG = "invalid username or password";

    private final BaoAccess access;
    private final InstantSource clock;

    /// @param access none of its own tokens is used
    public OpenBaoDoor(BaoAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String account(Secret credential) {
        return UserLogin.of(credential).account();
    }

    @Override
    public Entry enter(Secret credential) throws InterruptedException {
        UserLogin user = UserLogin.of(credential);
        return switch (login(user)) {
            case BaoAnswer.Done done -> entry(user, done.body().path("auth"));
            case BaoAnswer.Rejected refused -> throw failure(SourceException.Kind.REFUSED, user, refused);
            case BaoAnswer.Refused refused -> throw failure(SourceException.Kind.REFUSED, user, refused);
            case BaoAnswer.Absent absent -> throw failure(SourceException.Kind.REFUSED, user, absent);
            case BaoAnswer.Throttled throttled -> throw failure(SourceException.Kind.THROTTLED, user, throttled);
            case BaoAnswer.Failed failed -> throw failure(SourceException.Kind.UNREACHABLE, user, failed);
            case BaoAnswer.Silent silent -> throw failure(SourceException.Kind.UNREACHABLE, user, silent);
            case BaoAnswer.Empty empty -> throw failure(SourceException.Kind.MALFORMED, user, empty);
            case BaoAnswer.Foreign foreign -> throw failure(SourceException.Kind.MALFORMED, user, foreign);
        };
    }

    private Entry entry(UserLogin user, JsonNode auth) {
        // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
        Secret token = Secret.of(auth.path("client_token").asText());
        long seconds = auth.path("lease_duration").asLong();
        return new OpenBaoEntry(access, clock, user, token, clock.instant().plusSeconds(seconds), seconds > 0);
    }

    @Override
    public ProbeOutcome attempt(Secret credential) throws InterruptedException {
        UserLogin user = UserLogin.of(credential);
        BaoAnswer answer = login(user);
        return switch (answer) {
            case BaoAnswer.Done done -> {
                try (Entry entry = entry(user, done.body().path("auth"))) {
                    yield new ProbeOutcome.Accepted(clock.instant(), accepted(user, entry));
                }
            }
            case BaoAnswer.Rejected refused
            when refused.words().contains(WRONG) ->
                new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, refused.words());
            case BaoAnswer.Refused refused ->
                new ProbeOutcome.Refused(clock.instant(), RefusalClass.DENIED, refused.words());
            case BaoAnswer.Rejected _,
                    BaoAnswer.Absent _,
                    BaoAnswer.Empty _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(clock.instant(), answer.words());
        };
    }

    /// A session that only tried goes on if its end was refused, as where the policy `default` was taken away.
    private static String accepted(UserLogin user, Entry entry) throws InterruptedException {
        ActionOutcome ended = entry.end();
        return ended.isDone()
                ? MESSAGES.text("accepted", user.user())
                : MESSAGES.text(
                        "accepted.open",
                        user.user(),
                        ended.detail(),
                        entry.endsAt().map(Instant::toString).orElseGet(() -> MESSAGES.text("never")));
    }

    @Override
    public Secret fresh(Secret credential) {
        return UserLogin.of(credential).renewed().text();
    }

    @Override
    public Optional<Map<String, Secret>> unwrap(Wrapped wrapped) throws InterruptedException {
        return Optional.of(new Wrapping(access).open(wrapped));
    }

    /// <https://openbao.org/docs/concepts/policies/#default-policy>
    @Override
    public Set<String> everybodys(String account) {
        return Set.of("policy/default");
    }

    /// The entity that OpenBao makes for a user at the first login, by its alias.
    @Override
    public boolean isSame(String account, Identity other) {
        return BaoUser.of(account).filter(user -> user.hasAlias(other.tags())).isPresent();
    }

    @Override
    public boolean listsSealed() {
        return false;
    }

    private BaoAnswer login(UserLogin user) throws InterruptedException {
        try (BaoSession session = access.withoutToken()) {
            return session.write(user.loginPath(), Map.of("password", user.password()));
        }
    }

    private static SourceException failure(SourceException.Kind kind, UserLogin user, BaoAnswer answer) {
        return new SourceException(kind, MESSAGES.text("not-in", user.user(), answer.words()));
    }
}
