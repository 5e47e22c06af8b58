package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.DateClock;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.kubernetes.config.KubeCredential;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Calls with one credential, for as long as it is open.
public final class KubeSession implements AutoCloseable {
    private static final String JSON = "application/json";

    private final Http http;
    private final Endpoint endpoint;
    private final KubeCredential credential;

    /// @param credential closed with this
    KubeSession(Http http, Endpoint endpoint, KubeCredential credential) {
        this.http = http;
        this.endpoint = endpoint;
        this.credential = credential;
    }

    /// @param path below the server's address, encoded
    public KubeAnswer get(String path) throws InterruptedException {
        return send(call("GET", path));
    }

    /// Sent once: what it makes may not be made twice.
    public KubeAnswer create(String path, Map<String, ?> body) throws InterruptedException {
        return send(call("POST", path).body(JSON, CanonicalJson.bytes(body)));
    }

    /// A question that Kubernetes takes as a creation: a review.
    public KubeAnswer ask(String path, Map<String, ?> body) throws InterruptedException {
        return send(call("POST", path).body(JSON, CanonicalJson.bytes(body)).repeatable());
    }

    /// Only the one object that has this uid: another that has taken its name stays.
    public KubeAnswer delete(String path, String uid) throws InterruptedException {
        Map<String, ?> options = Map.of(
                "apiVersion", "v1",
                "kind", "DeleteOptions",
                "preconditions", Map.of("uid", uid));
        return send(
                call("DELETE", path).body(JSON, CanonicalJson.bytes(options)).repeatable());
    }

    /// Changes fields, whichever are given. A `metadata.resourceVersion` among them lets it change only what was read.
    public KubeAnswer patch(String path, Map<String, ?> fields) throws InterruptedException {
        return send(call("PATCH", path)
                .body("application/merge-patch+json", CanonicalJson.bytes(fields))
                .repeatable());
    }

    /// Reads a 2xx body as it arrives; of any other answer, what it means.
    ///
    /// @param accept the form of the answer that is asked for
    public KubeAnswer stream(String path, String accept, Http.BodyReader reader) throws InterruptedException {
        return streamed(http.stream(call("GET", path).header("Accept", accept), reader));
    }

    /// As above, of what is still to happen.
    public KubeAnswer follow(String path, String accept, Http.BodyReader reader) throws InterruptedException {
        return streamed(http.stream(call("GET", path).header("Accept", accept).lasting(), reader));
    }

    /// What time it is there.
    ///
    /// @param ours this machine's clock
    public Optional<SourceClock.Reading> clock(InstantSource ours) throws InterruptedException {
        return new DateClock(http, () -> call("GET", "version"), ours).read();
    }

    /// A copy of the bearer token it calls with; empty where it shows a certificate only.
    public Optional<Secret> token() {
        return credential.token();
    }

    /// When the certificate that it shows ends; empty where it shows none.
    public Optional<Instant> certificateEndsAt() {
        return credential.certificateEndsAt();
    }

    /// Whom the certificate that it shows makes it; empty where it shows none.
    public Optional<String> certificateUser() {
        return credential.certificateUser();
    }

    @Override
    public void close() {
        credential.close();
    }

    private static KubeAnswer streamed(HttpOutcome outcome) {
        return outcome instanceof HttpOutcome.Answered answer && answer.meaning() == HttpOutcome.Meaning.DONE
                ? new KubeAnswer.Done(Doc.EMPTY)
                : KubeAnswers.of(outcome);
    }

    private Call call(String method, String path) {
        return credential.on(Call.of(method, endpoint, path));
    }

    private KubeAnswer send(Call call) throws InterruptedException {
        return KubeAnswers.of(http.send(call));
    }
}
