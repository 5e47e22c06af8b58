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
import dev.curfew.connector.kubernetes.observe.secret.FilledSecret;
import dev.curfew.connector.kubernetes.observe.secret.LegacyTokens;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Secrets with tokens, of one namespace, found with the right to list alone.
final class TokenSecrets {
    private static final Messages MESSAGES = Messages.of(TokenSecrets.class);
    private static final String MARK = "curfew.dev/rotation";

    /// The longest name that Kubernetes takes (RFC 1123, subdomain).
    private static final int NAME_MAX = 253;

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
        return FilledSecret.of(
                start + ending, first.annotations().getOrDefault(LegacyTokens.ACCOUNT, ""), Map.of(MARK, mark));
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
        Doc filled = FilledSecret.await(() -> listed(WITH_TOKEN, Form.OBJECTS, selector).stream()
                        .filter(each -> Metadata.of(each).uid().equals(made.uid()))
                        .findFirst())
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.UNREACHABLE, MESSAGES.text("rotate.empty", made.path())));
        if (!Metadata.of(filled)
                .annotations()
                .getOrDefault(LegacyTokens.ACCOUNT_UID, "")
                .equals(account)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("rotate.another", made.path()));
        }
        return FilledSecret.token(filled);
    }

    private List<Doc> listed(Shape shape, Form form, String selector) throws InterruptedException {
        List<Doc> found = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session, Collection.of(KubePath.core(namespace, "secrets", ""), shape), form, selector)
                .read(new Lookup.Keep(found), Progress.SILENT);
        if (trouble.isPresent()) {
            throw trouble.get()
                    .failure(MESSAGES.text("rotate.unlisted", trouble.get().words()));
        }
        return found;
    }
}
