package dev.curfew.connector.openbao.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The token of a login by approle. It is had when it is first wanted, renewed when half of its time is over, had anew
/// where that does not last, and revoked when its session ends.
///
/// <https://openbao.org/docs/auth/approle/>
final class RoleToken implements BaoToken {
    private static final Messages MESSAGES = Messages.of(RoleToken.class);

    /// Whoever closes a session waits no longer than this for its token's end; it then ends by its own time.
    private static final Duration LOGOUT_MAX = Duration.ofSeconds(5);

    private final Http http;
    private final BiFunction<String, String, Call> calls;
    private final RoleLogin login;
    private @Nullable Secret token;
    private String accessor = "";
    private long wholeNanos;
    private long renewAtNanos;

    /// @param calls makes one of a method and a path, without a token
    /// @param login closed with this
    RoleToken(Http http, BiFunction<String, String, Call> calls, RoleLogin login) {
        this.http = http;
        this.calls = calls;
        this.login = login;
    }

    @Override
    public synchronized Secret current() throws InterruptedException {
        Secret known = token;
        if (known != null && System.nanoTime() - renewAtNanos >= 0 && !renew(known)) {
            logOut();
            known = null;
        }
        return known == null ? logIn() : known;
    }

    private Secret logIn() throws InterruptedException {
        Map<String, String> body =
                Map.of("role_id", login.roleId(), "secret_id", login.secretId().reveal());
        BaoAnswer answer = BaoAnswers.of(
                http.send(calls.apply("POST", login.path()).body("application/json", CanonicalJson.bytes(body))));
        if (!(answer instanceof BaoAnswer.Done done)
                || done.body().path("auth").path("client_token").asText().isEmpty()) {
            throw answer.failure(MESSAGES.text("login", login.mount(), answer.words()));
        }
        JsonNode auth = done.body().path("auth");
        Secret fresh = Secret.of(auth.path("client_token").asText());
        token = fresh;
        accessor = auth.path("accessor").asText();
        wholeNanos = lasting(auth);
        renewAtNanos = System.nanoTime() + wholeNanos / 2;
        return fresh;
    }

    /// Whether it lasts long enough now.
    private boolean renew(Secret known) throws InterruptedException {
        BaoAnswer answer = BaoAnswers.of(http.send(calls.apply("POST", "auth/token/renew-self")
                .header("X-Vault-Token", known)
                .body("application/json", CanonicalJson.bytes(Map.of()))
                .repeatable()));
        if (!(answer instanceof BaoAnswer.Done done)) {
            return false;
        }
        long left = lasting(done.body().path("auth"));
        renewAtNanos = System.nanoTime() + left / 2;
        return left > wholeNanos / 2;
    }

    /// In nanoseconds; a token without an end is never renewed.
    private static long lasting(JsonNode auth) {
        long seconds = auth.path("lease_duration").asLong();
        return seconds > 0 ? Duration.ofSeconds(seconds).toNanos() : Long.MAX_VALUE / 2;
    }

    @Override
    public synchronized Optional<String> passingAccessor() {
        return accessor.isEmpty() ? Optional.empty() : Optional.of(accessor);
    }

    /// Also where the thread is interrupted: then it does not wait.
    private void logOut() {
        Secret known = token;
        token = null;
        if (known == null) {
            return;
        }
        Thread ending = Thread.ofVirtual().name("openbao-logout").start(() -> {
            try (known) {
                http.send(calls.apply("POST", "auth/token/revoke-self")
                        .header("X-Vault-Token", known)
                        .body("application/json", CanonicalJson.bytes(Map.of()))
                        .repeatable());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            ending.join(LOGOUT_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        logOut();
        login.close();
    }
}
