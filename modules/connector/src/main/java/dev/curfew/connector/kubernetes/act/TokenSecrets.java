package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.connector.kubernetes.observe.secret.LegacyTokens;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Secrets with tokens, of one namespace, found with the right to list alone.
final class TokenSecrets {
    private static final Messages MESSAGES = Messages.of(TokenSecrets.class);
    private static final String MARK = "curfew.dev/rotation";

    /// The longest name that Kubernetes takes (RFC 1123, subdomain).
    private static final int NAME_MAX = 253;

    /// The controller that fills it takes well under a second; a server under load takes longer.
    private static final int LOOKS_MAX = 100;

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Shape METADATA = Shape.of().with("metadata", Metadata.SHAPE);
    private static final Shape WITH_TOKEN = METADATA.with("data", Shape.of("token"));

    private final KubeSession session;
    private final String namespace;

    TokenSecrets(KubeSession session, String namespace) {
        this.session = session;
        this.namespace = namespace;
    }

    /// One more for the same service account.
    static Map<String, ?> second(Metadata first, String mark) {
        String ending = "-" + mark;
        String start = first.name().substring(0, Math.min(first.name().length(), NAME_MAX - ending.length()));
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "type",
                LegacyTokens.TYPE,
                "metadata",
                Map.of(
                        "name",
                        start + ending,
                        "labels",
                        Map.of(MARK, mark),
                        "annotations",
                        Map.of(LegacyTokens.ACCOUNT, first.annotations().getOrDefault(LegacyTokens.ACCOUNT, ""))));
    }

    /// @throws SourceException if it is not there, or may not be looked for
    Metadata find(String name) throws InterruptedException {
        return listed(METADATA, Form.METADATA, "fieldSelector=metadata.name%3D" + KubePath.encode(name)).stream()
                .findFirst()
                .map(Metadata::of)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("rotate.gone", namespace + "/" + name)));
    }

    List<Metadata> marked(String mark) throws InterruptedException {
        String selector = "labelSelector=" + KubePath.encode(MARK + "=" + mark);
        return listed(METADATA, Form.METADATA, selector).stream()
                .map(Metadata::of)
                .toList();
    }

    /// Waits until there is a token in it.
    ///
    /// @param account the uid that the token has to be of
    /// @throws SourceException if none came, or it is another's
    Secret filled(Metadata made, String account) throws InterruptedException {
        String selector = "fieldSelector=metadata.name%3D" + KubePath.encode(made.name());
        for (int look = 0; look < LOOKS_MAX; look++) {
            Optional<Doc> secret = listed(WITH_TOKEN, Form.OBJECTS, selector).stream()
                    .filter(each -> Metadata.of(each).uid().equals(made.uid()))
                    .findFirst();
            String encoded = secret.map(each -> each.doc("data").text("token")).orElse("");
            if (!encoded.isEmpty()) {
                String uid = Metadata.of(secret.get()).annotations().getOrDefault(LegacyTokens.ACCOUNT_UID, "");
                if (!uid.equals(account)) {
                    throw new SourceException(
                            SourceException.Kind.REFUSED, MESSAGES.text("rotate.another", made.path()));
                }
                // The JSON keeps the value as a string that nobody can wipe; it goes with this method's frame.
                return Secret.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII));
            }
            Thread.sleep(BETWEEN);
        }
        throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("rotate.empty", made.path()));
    }

    private List<Doc> listed(Shape shape, Form form, String selector) throws InterruptedException {
        List<Doc> found = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session, Collection.of(KubePath.core(namespace, "secrets", ""), shape), form, selector)
                .read(new Lookup.Keep(found), Progress.SILENT);
        if (trouble.isPresent()) {
            throw Answers.failure(
                    trouble.get(),
                    MESSAGES.text("rotate.unlisted", trouble.get().words()));
        }
        return found;
    }
}
