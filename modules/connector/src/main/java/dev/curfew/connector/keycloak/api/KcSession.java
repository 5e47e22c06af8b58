package dev.curfew.connector.keycloak.api;

import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls of the admin API with one login, for as long as it is open. Safe for many threads.
public final class KcSession implements AutoCloseable {
    private final Http http;
    private final Endpoint endpoint;
    private final KcTokens tokens;

    KcSession(Http http, Endpoint endpoint, KcTokens tokens) {
        this.http = http;
        this.endpoint = endpoint;
        this.tokens = tokens;
    }

    /// @param path below `/admin/`, encoded, with its query
    /// @throws SourceException if Curfew's own login is not taken, here and below; one that was taken before, and is
    ///     not any more, is an answer
    public KcAnswer read(String path) throws InterruptedException {
        return send("GET", path, null, true);
    }

    /// An act that does no more when done again.
    ///
    /// @param body as `CanonicalJson` takes it
    public KcAnswer put(String path, Object body) throws InterruptedException {
        return send("PUT", path, body, true);
    }

    /// Sent once: what it does may not be done twice.
    public KcAnswer post(String path, Object body) throws InterruptedException {
        return send("POST", path, body, false);
    }

    public KcAnswer delete(String path) throws InterruptedException {
        return send("DELETE", path, null, true);
    }

    /// As above, with a list of what is to be taken away.
    public KcAnswer delete(String path, Object body) throws InterruptedException {
        return send("DELETE", path, body, true);
    }

    /// Empty before the first call, and where the server's tokens do not tell.
    public Optional<ServerClock> clock() {
        return tokens.clock();
    }

    /// As [#clock], by a token that is fetched for it where there is none.
    ///
    /// @throws SourceException if Curfew's own login is not taken
    public Optional<ServerClock> fetchClock() throws InterruptedException {
        try (Secret _ = tokens.token()) {
            return tokens.clock();
        }
    }

    /// Empty before the first call, and where the server's tokens do not tell.
    public Optional<OwnRoles> roles() {
        return tokens.roles();
    }

    /// How many calls are worth making at once.
    public int callsMax() {
        return http.requestsMax();
    }

    @Override
    public void close() {
        tokens.close();
    }

    /// A token may end early (a restart, a not-before, a login that was ended): a call that it was refused for was not
    /// carried out, and is sent once more with a fresh one.
    private KcAnswer send(String method, String path, @Nullable Object body, boolean repeatable)
            throws InterruptedException {
        KcAnswer first = sendOnce(method, path, body, repeatable);
        return first instanceof KcAnswer.Unaccepted ? sendOnce(method, path, body, repeatable) : first;
    }

    private KcAnswer sendOnce(String method, String path, @Nullable Object body, boolean repeatable)
            throws InterruptedException {
        try (Secret token = tokens.token()) {
            KcAnswer answer = new KcBearer(http, endpoint, token).send(method, path, body, repeatable);
            if (answer instanceof KcAnswer.Unaccepted) {
                tokens.reject(token);
            }
            return answer;
        } catch (SourceException e) {
            if (!tokens.worked()) {
                throw e;
            }
            return lost(e);
        }
    }

    private static KcAnswer lost(SourceException e) {
        String words = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case REFUSED -> new KcAnswer.Unaccepted("", words);
            case THROTTLED -> new KcAnswer.Throttled(words);
            case UNREACHABLE -> new KcAnswer.Silent(words);
            case MALFORMED -> new KcAnswer.Foreign(words);
        };
    }
}
