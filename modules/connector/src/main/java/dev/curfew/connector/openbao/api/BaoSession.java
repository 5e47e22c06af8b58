package dev.curfew.connector.openbao.api;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Calls with one token, for as long as it is open.
public final class BaoSession implements AutoCloseable {
    private final Http http;
    private final Endpoint endpoint;
    private final String namespace;
    private final BaoToken token;

    /// @param namespace empty for the root one
    /// @param token closed with this
    private BaoSession(Http http, Endpoint endpoint, String namespace, BaoToken token) {
        this.http = http;
        this.endpoint = endpoint;
        this.namespace = namespace;
        this.token = token;
    }

    /// @param token closed with this
    /// @throws dev.curfew.model.port.SourceException if it cannot be a token
    static BaoSession with(Http http, Endpoint endpoint, String namespace, Secret token) {
        return new BaoSession(http, endpoint, namespace, new KeptToken(token));
    }

    /// With the token of a login, which ends with the session.
    ///
    /// @param login closed with this
    static BaoSession loggingIn(Http http, Endpoint endpoint, String namespace, RoleLogin login) {
        RoleToken token = new RoleToken(http, (method, path) -> call(endpoint, namespace, method, path), login);
        return new BaoSession(http, endpoint, namespace, token);
    }

    /// Of the token that the session logged in for, and that ends with it; empty where it came with one.
    public Optional<String> passingAccessor() {
        return token.passingAccessor();
    }

    /// @param path below `/v1/`, encoded
    public BaoAnswer read(String path) throws InterruptedException {
        return send(call("GET", path));
    }

    /// As [#read], of what is made when it is read: sent once, by nobody again.
    public BaoAnswer readOnce(String path) throws InterruptedException {
        return send(call("GET", path).once());
    }

    /// What every valid token may read, whatever its policies, and what spends none of its uses.
    public BaoAnswer readWhatAnyTokenMay() throws InterruptedException {
        return read("sys/internal/ui/mounts");
    }

    /// The keys below a path.
    public BaoAnswer list(String path) throws InterruptedException {
        return send(call("GET", path + "?list=true"));
    }

    /// Sent once: what it does may not be done twice.
    public BaoAnswer write(String path, Map<String, ?> body) throws InterruptedException {
        return send(call("POST", path).body("application/json", CanonicalJson.bytes(body)));
    }

    /// Puts something into a wrapping, sent once.
    ///
    /// <https://openbao.org/docs/concepts/response-wrapping/>
    public BaoAnswer wrap(Map<String, ?> content, Duration time) throws InterruptedException {
        return send(call("POST", "sys/wrapping/wrap")
                .header("X-Vault-Wrap-TTL", time.toSeconds() + "s")
                .body("application/json", CanonicalJson.bytes(content)));
    }

    /// A question that OpenBao takes as a write, such as a lookup, or an act that does no more when done again.
    public BaoAnswer ask(String path, Map<String, ?> body) throws InterruptedException {
        return send(call("POST", path)
                .body("application/json", CanonicalJson.bytes(body))
                .repeatable());
    }

    /// How many calls are worth making at once.
    public int callsMax() {
        return http.requestsMax();
    }

    @Override
    public void close() {
        token.close();
    }

    private Call call(String method, String path) throws InterruptedException {
        return call(endpoint, namespace, method, path).header("X-Vault-Token", token.current());
    }

    private static Call call(Endpoint endpoint, String namespace, String method, String path) {
        Call call = Call.of(method, endpoint, "v1/" + path).header("X-Vault-Request", "true");
        return namespace.isEmpty() ? call : call.header("X-Vault-Namespace", namespace);
    }

    private BaoAnswer send(Call call) throws InterruptedException {
        return BaoAnswers.of(http.send(call));
    }
}
