package dev.curfew.connector.keycloak.api;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import org.jspecify.annotations.Nullable;

/// Calls of the admin API with one access token, which nobody renews.
///
/// @param token stays the caller's
public record KcBearer(Http http, Endpoint endpoint, Secret token) {
    private static final Messages MESSAGES = Messages.of(KcBearer.class);

    /// @param path below `/admin/`, encoded, with its query; here and below
    public KcAnswer read(String path) throws InterruptedException {
        return send("GET", path, null, true);
    }

    /// As `KcSession.put`.
    public KcAnswer put(String path, Object body) throws InterruptedException {
        return send("PUT", path, body, true);
    }

    /// As `KcSession.post`.
    public KcAnswer post(String path, Object body) throws InterruptedException {
        return send("POST", path, body, false);
    }

    public KcAnswer delete(String path) throws InterruptedException {
        return send("DELETE", path, null, true);
    }

    KcAnswer send(String method, String path, @Nullable Object body, boolean repeatable) throws InterruptedException {
        Call call = Call.of(method, endpoint, "admin/" + path).header("Authorization", "Bearer " + token.reveal());
        if (body != null) {
            call.body("application/json", CanonicalJson.bytes(body));
        }
        KcAnswer answer = KcAnswers.of(http.send(repeatable ? call.repeatable() : call));
        return method.equals("GET") ? said(answer) : answer;
    }

    /// A question that is answered with nothing was not answered: it must not pass for an empty list, or another thing.
    private static KcAnswer said(KcAnswer answer) {
        boolean isEmpty = answer instanceof KcAnswer.Done done && done.body().isMissingNode();
        return isEmpty ? new KcAnswer.Foreign(MESSAGES.text("empty")) : answer;
    }

    /// Without the token.
    @Override
    public String toString() {
        return "KcBearer[" + endpoint + "]";
    }
}
