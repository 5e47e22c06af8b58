package dev.curfew.connector.kubernetes.api;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// The right to act, had for one use: the credential that is kept may only ask for tokens of the service account that
/// acts, each of ten minutes.
///
/// @param namespace of the account
public record ActingToken(String namespace, String account) {
    /// Setting: the account, as `<namespace>/<name>`.
    public static final String ACT_AS = "act-as";

    private static final Messages MESSAGES = Messages.of(ActingToken.class);

    /// The API server makes no shorter ones.
    private static final long SECONDS = 600;

    /// Empty where the kept credential acts itself.
    ///
    /// @throws SourceException if what was set names no account
    static Optional<ActingToken> of(Connection connection) {
        String set = connection.settings().getOrDefault(ACT_AS, "");
        if (set.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = set.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("act-as.shape", set));
        }
        return Optional.of(new ActingToken(parts[0], parts[1]));
    }

    /// As the cluster calls it.
    String user() {
        return "system:serviceaccount:" + namespace + ":" + account;
    }

    /// @param asking with the kept credential
    /// @throws SourceException if the cluster makes none
    Secret ask(KubeSession asking) throws InterruptedException {
        KubeAnswer answer = asking.create(
                KubePath.token(namespace, account), TokenRequest.of(Map.of("expirationSeconds", SECONDS)));
        if (answer instanceof KubeAnswer.Done done) {
            // The JSON keeps the value as a string that nobody can wipe; it goes with this method's frame.
            return Secret.of(done.body().doc("status").text("token"));
        }
        String words = MESSAGES.text("act-as.refused", namespace + "/" + account, answer.words());
        if (answer instanceof KubeAnswer.Foreign) {
            // Elsewhere it leaves open what was made. This comes before anything is: whatever answered gave no right to
            // act, and whoever wants to issue need not look for what may have been.
            throw new SourceException(SourceException.Kind.REFUSED, words);
        }
        throw answer.failure(words);
    }
}
