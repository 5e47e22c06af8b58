package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.kubernetes.act.Answers;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.TokenRequest;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.token.Leeway;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A session: a requested token that is bound to a Secret of its own, and the account's binding to its role. Deleting
/// the two ends it.
///
/// <https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/>
///
/// @param token of the session
/// @param endsAt when the cluster ends the token by itself
/// @param secret that the token is bound to
/// @param binding uid
record Window(Secret token, Instant endsAt, Metadata secret, String binding) {
    private static final Messages MESSAGES = Messages.of(Window.class);

    /// As long as any use may take; it is ended when the use is over.
    private static final Duration LONGEST = Duration.ofHours(1);

    /// @param session with the sealed token
    /// @param name of the Secret, not taken yet
    /// @throws SourceException if the cluster refused or did not answer; then nothing of it is left, as far as it says
    static Window open(KubeSession session, Account account, String name) throws InterruptedException {
        Metadata secret = Metadata.of(done(
                session.create(
                        account.secretPath(""),
                        Map.of("apiVersion", "v1", "kind", "Secret", "metadata", Map.of("name", name))),
                "no-secret",
                account));
        Secret token = null;
        boolean open = false;
        try {
            Doc status = token(session, account, secret);
            // The JSON keeps the value as a string that nobody can wipe; it goes with this method's frame.
            token = Secret.of(status.text("token"));
            Instant endsAt = status.instant("expirationTimestamp")
                    .map(Leeway::over)
                    .orElseThrow(() -> new SourceException(
                            SourceException.Kind.MALFORMED, MESSAGES.text("no-end", account.path())));
            Window window = new Window(token, endsAt, secret, bind(session, account));
            open = true;
            return window;
        } finally {
            if (!open) {
                if (token != null) {
                    token.close();
                }
                session.delete(account.secretPath(secret.name()), secret.uid());
            }
        }
    }

    private static Doc token(KubeSession session, Account account, Metadata secret) throws InterruptedException {
        Map<String, ?> bound = Map.of("apiVersion", "v1", "kind", "Secret", "name", secret.name(), "uid", secret.uid());
        Map<String, ?> spec = Map.of("expirationSeconds", LONGEST.toSeconds(), "boundObjectRef", bound);
        return done(session.create(account.tokenPath(), TokenRequest.of(spec)), "no-token", account)
                .doc("status");
    }

    /// One that is there already was left by a session that was cut off, or is not ours: it is made anew.
    private static String bind(KubeSession session, Account account) throws InterruptedException {
        String all = KubePath.rbac("", "clusterrolebindings");
        KubeAnswer answer = session.create(all, account.binding());
        if (answer instanceof KubeAnswer.Conflict) {
            Doc left = done(session.get(account.bindingPath()), "no-binding", account);
            done(session.delete(account.bindingPath(), Metadata.of(left).uid()), "no-binding", account);
            answer = session.create(all, account.binding());
        }
        return Metadata.of(done(answer, "no-binding", account)).uid();
    }

    private static Doc done(KubeAnswer answer, String key, Account account) {
        if (answer instanceof KubeAnswer.Done(Doc body)) {
            return body;
        }
        throw answer.failure(MESSAGES.text(key, account.path(), account.role(), answer.words()));
    }

    /// Takes the binding away, and with the Secret the token.
    ///
    /// @param session with the session's own token
    ActionOutcome end(KubeSession session, Account account, Instant at) throws InterruptedException {
        KubeAnswer unbound = session.delete(account.bindingPath(), binding);
        KubeAnswer unsaid = session.delete(account.secretPath(secret.name()), secret.uid());
        ActionOutcome first = Answers.outcome(unbound, at, MESSAGES.text("ended"));
        ActionOutcome second = Answers.outcome(unsaid, at, MESSAGES.text("ended"));
        return first.isDone() ? second : first;
    }
}
