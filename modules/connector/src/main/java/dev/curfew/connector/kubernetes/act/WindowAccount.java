package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.TokenRequest;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.connector.kubernetes.token.Leeway;
import dev.curfew.connector.kubernetes.token.TokenClaims;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A service account that is there for one window.
final class WindowAccount {
    private static final Messages MESSAGES = Messages.of(WindowAccount.class);

    /// The server takes the two times one after the other.
    private static final Duration SLACK = Duration.ofSeconds(2);

    /// The server makes none that is shorter.
    /// <https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/>
    static final Duration SHORTEST = Duration.ofMinutes(10);

    /// <https://www.rfc-editor.org/rfc/rfc1123>
    private static final int NAME_MAX = 63;

    private final KubeSession session;
    private final Issuer.Order order;
    private final Metadata account;

    private WindowAccount(KubeSession session, Issuer.Order order, Metadata account) {
        this.session = session;
        this.order = order;
        this.account = account;
    }

    /// @throws SourceException if it is not made; without an answer it may be
    static WindowAccount create(KubeSession session, String namespace, Receipt receipt, Issuer.Order order)
            throws InterruptedException {
        Map<String, ?> metadata = Map.of(
                "name", name(order.label()),
                "labels", Map.of(OwnMarks.MANAGED_BY, OwnMarks.CURFEW),
                "annotations", Map.of(OwnMarks.LABEL, order.label(), OwnMarks.RECEIPT, receipt.subjectHash()));
        KubeAnswer answer = session.create(
                KubePath.core(namespace, "serviceaccounts", ""),
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ServiceAccount",
                        "metadata",
                        metadata,
                        "automountServiceAccountToken",
                        false));
        Doc made = done(answer, MESSAGES.text("issue.no-account", namespace, answer.words()));
        return new WindowAccount(session, order, Metadata.of(made));
    }

    private static String name(String label) {
        String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        String cut = plain.length() <= NAME_MAX ? plain : plain.substring(0, NAME_MAX);
        return cut.replaceAll("^-+|-+$", "");
    }

    String path() {
        return account.path();
    }

    /// @throws SourceException if it is not bound
    void bind(KubernetesIssuer.RoleName role) throws InterruptedException {
        boolean inNamespace = !role.namespace().isEmpty();
        Map<String, ?> metadata = Map.of(
                "name",
                account.name() + "-" + account.uid(),
                "labels",
                Map.of(OwnMarks.MANAGED_BY, OwnMarks.CURFEW, OwnMarks.SUBJECT, account.uid()));
        Map<String, ?> subject =
                Map.of("kind", "ServiceAccount", "name", account.name(), "namespace", account.namespace());
        Map<String, ?> roleRef =
                Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", role.kind(), "name", role.name());
        KubeAnswer answer = session.create(
                KubePath.rbac(role.namespace(), inNamespace ? "rolebindings" : "clusterrolebindings"),
                Map.of(
                        "apiVersion",
                        "rbac.authorization.k8s.io/v1",
                        "kind",
                        inNamespace ? "RoleBinding" : "ClusterRoleBinding",
                        "metadata",
                        metadata,
                        "roleRef",
                        roleRef,
                        "subjects",
                        List.of(subject)));
        done(answer, MESSAGES.text("issue.not-bound", role.name(), answer.words()));
    }

    /// @throws SourceException if there is none, or it is more than was ordered; less time is accepted
    Issuer.Issued token() throws InterruptedException {
        Duration asked = asked();
        KubeAnswer answer = session.create(
                KubePath.token(account.namespace(), account.name()),
                TokenRequest.of(Map.of("expirationSeconds", asked.toSeconds())));
        Doc made = done(answer, MESSAGES.text("issue.no-token", answer.words()));
        // The JSON keeps the value as a string that nobody can wipe; it goes with this method's frame.
        Secret value = Secret.of(made.doc("status").text("token"));
        boolean handed = false;
        try {
            Issuer.Issued issued = checked(value, asked);
            handed = true;
            return issued;
        } finally {
            if (!handed) {
                value.close();
            }
        }
    }

    /// So that the server lets nobody in after the window, where a token may be so short.
    private Duration asked() {
        Duration whole = order.duration().minus(Leeway.AFTER_EXP);
        return whole.compareTo(SHORTEST) < 0 ? SHORTEST : whole;
    }

    /// What the token says counts, not what was asked for: the server may have been told to hand out more.
    private Issuer.Issued checked(Secret value, Duration asked) {
        Jwt token = Jwt.read(value).orElseThrow(() -> malformed("value", "?"));
        Instant from =
                token.claims().number("iat").map(Instant::ofEpochSecond).orElseThrow(() -> malformed("iat", "?"));
        Instant until = token.endsAt().orElseThrow(() -> malformed("exp", "?"));
        String uid = TokenClaims.of(token).accountUid();
        if (!uid.equals(account.uid())) {
            throw malformed("serviceaccount.uid", uid);
        }
        if (Duration.between(from, until).compareTo(asked.plus(SLACK)) > 0) {
            throw malformed("exp", until.toString());
        }
        Instant end = from.plus(order.duration());
        Instant over = Leeway.over(until);
        return new Issuer.Issued(
                new NativeNames(order.policy().source()).requestedTokens(account),
                value,
                from,
                over.isBefore(end) ? over : end,
                enforcement(over, end));
    }

    private Enforcement enforcement(Instant over, Instant end) {
        Duration beyond = Duration.between(end, over);
        return beyond.compareTo(SLACK) > 0
                ? new Enforcement(false, "Curfew", MESSAGES.text("issue.beyond", beyond.toSeconds(), account.path()))
                : new Enforcement(
                        true,
                        "Kubernetes",
                        MESSAGES.text("issue.enforced", account.path(), Leeway.AFTER_EXP.toSeconds()));
    }

    private static SourceException malformed(String what, String got) {
        return new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("issue.more", what, got));
    }

    /// With its binding.
    ActionOutcome remove(Clock clock) throws InterruptedException {
        KubeAnswer answer =
                session.delete(KubePath.core(account.namespace(), "serviceaccounts", account.name()), account.uid());
        ActionOutcome outcome = Answers.outcome(answer, clock.instant(), MESSAGES.text("act.deleted.serviceaccounts"));
        return new OwnBindings(session).remove(account.uid(), outcome);
    }

    private static Doc done(KubeAnswer answer, String otherwise) {
        if (answer instanceof KubeAnswer.Done done) {
            return done.body();
        }
        throw answer.failure(otherwise);
    }
}
