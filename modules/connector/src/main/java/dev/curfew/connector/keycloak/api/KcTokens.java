package dev.curfew.connector.keycloak.api;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The access token of one login, fetched when it is needed and again before it ends. Safe for many threads.
final class KcTokens implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(KcTokens.class);

    /// A call that is sent with it must arrive before it ends.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final TokenEndpoint endpoint;
    private final Consumer<Secret> keepRefreshed;
    private KcLogin login;
    private Secret token = Secret.of("");
    private long endsAtNanos;
    private boolean worked;
    private long askedAtNanos;
    private long answeredAtNanos;

    /// @param login closed with this
    /// @param keepRefreshed takes the text of the login whenever a refresh token was replaced by another
    KcTokens(TokenEndpoint endpoint, KcLogin login, Consumer<Secret> keepRefreshed) {
        this.endpoint = endpoint;
        this.login = login;
        this.keepRefreshed = keepRefreshed;
    }

    /// A copy; the caller closes it.
    ///
    /// @throws SourceException if the login is not taken, or nothing answers
    synchronized Secret token() throws InterruptedException {
        if (token.isEmpty() || System.nanoTime() - endsAtNanos > 0) {
            fetch();
        }
        return token.copy();
    }

    /// Whether a token was ever fetched: then the login was good, and what fails now came up since.
    synchronized boolean worked() {
        return worked;
    }

    /// The server did not take it although its time is not over. The next call fetches another.
    synchronized void reject(Secret refused) {
        if (refused.reveal().equals(token.reveal())) {
            token.close();
            token = Secret.of("");
        }
    }

    @Override
    public synchronized void close() {
        token.close();
        login.close();
    }

    /// Empty until a token was fetched, and for one that does not say when it was issued.
    synchronized Optional<ServerClock> clock() {
        long now = System.nanoTime();
        return Jwt.claims(token.reveal())
                .filter(claims -> claims.path("iat").asLong() > 0)
                .map(claims -> ServerClock.of(
                        Instant.ofEpochSecond(claims.path("iat").asLong()),
                        Duration.ofNanos(now - askedAtNanos),
                        Duration.ofNanos(now - answeredAtNanos)));
    }

    /// Empty until a token was fetched, and for one that names none.
    synchronized Optional<OwnRoles> roles() {
        return OwnRoles.of(token.reveal(), login.realm());
    }

    private void fetch() throws InterruptedException {
        Secret refreshToken = login.refreshToken();
        Secret secret = login.secret();
        askedAtNanos = System.nanoTime();
        KcAnswer answer = refreshToken != null
                ? endpoint.refresh(login.realm(), login.clientId(), secret, refreshToken)
                : endpoint.clientCredentials(login.realm(), login.clientId(), Objects.requireNonNull(secret));
        if (!(answer instanceof KcAnswer.Done done)
                || !done.body().path("access_token").isTextual()) {
            throw failure(answer);
        }
        token.close();
        token = Secret.of(done.body().path("access_token").asText());
        worked = true;
        answeredAtNanos = System.nanoTime();
        long seconds = done.body().path("expires_in").asLong();
        endsAtNanos =
                System.nanoTime() + Duration.ofSeconds(seconds).minus(MARGIN).toNanos();
        String fresh = done.body().path("refresh_token").asText();
        if (refreshToken != null && !fresh.isEmpty() && !fresh.equals(refreshToken.reveal())) {
            replace(Secret.of(fresh));
        }
    }

    private void replace(Secret fresh) {
        KcLogin refreshed = login.refreshedWith(fresh);
        login.close();
        login = refreshed;
        keepRefreshed.accept(KcLoginText.text(refreshed));
    }

    private SourceException failure(KcAnswer answer) {
        String key = answer instanceof KcAnswer.Absent ? "login.no-realm" : key(answer.kind());
        return new SourceException(answer.kind(), MESSAGES.text(key, login.clientId(), login.realm(), answer.words()));
    }

    private static String key(SourceException.Kind kind) {
        return switch (kind) {
            case REFUSED -> "login.refused";
            case THROTTLED, UNREACHABLE -> "login.unanswered";
            case MALFORMED -> "login.foreign";
        };
    }
}
