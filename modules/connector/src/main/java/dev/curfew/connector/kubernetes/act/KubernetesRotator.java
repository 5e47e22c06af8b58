package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.observe.secret.LegacyTokens;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A second Secret with a token of the same service account. Tokens that a pod has, or that were requested, need none:
/// they end by themselves, and their holder asks for the next.
///
/// <https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets>
public final class KubernetesRotator implements Rotator {
    private static final Messages MESSAGES = Messages.of(KubernetesRotator.class);
    private static final Action DELETE = new Action("kubernetes.delete-secret", false);

    private final KubeAccess access;
    private final Clock clock;

    public KubernetesRotator(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// The mark tells which Secret it was.
    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        try (KubeSession session = access.reading()) {
            standing(session, old);
            return Set.of();
        }
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        try (KubeSession session = access.reading()) {
            return new TokenSecrets(session, name(old).namespace())
                    .marked(mark).stream()
                            .map(new NativeNames(old.source())::tokenSecret)
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public boolean marks() {
        return true;
    }

    /// Kubernetes fills the Secret some moments after it was made.
    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        try (KubeSession reading = access.reading();
                KubeSession acting = access.acting()) {
            Metadata before = standing(reading, old);
            Map<String, ?> secret = TokenSecrets.second(before, mark);
            KubeAnswer answer = acting.create(KubePath.core(before.namespace(), "secrets", ""), secret);
            if (!(answer instanceof KubeAnswer.Done done)) {
                throw answer.failure(MESSAGES.text("rotate.refused", answer.words()));
            }
            Metadata made = Metadata.of(done.body());
            CredentialId fresh = new NativeNames(old.source()).tokenSecret(made);
            try {
                return new Fresh(
                        fresh,
                        new TokenSecrets(reading, before.namespace())
                                .filled(made, before.annotations().getOrDefault(LegacyTokens.ACCOUNT_UID, "")));
            } catch (SourceException e) {
                discard(fresh);
                throw e;
            }
        }
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return new KubernetesRevoker(access, clock).act(DELETE, fresh);
    }

    @Override
    public Usage lastUse(CredentialId credential) throws InterruptedException {
        try (KubeSession session = access.reading()) {
            return LegacyTokens.lastUse(session, standing(session, credential), clock.instant());
        } catch (SourceException e) {
            return new Usage.NotObserved(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(CredentialId old) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("rotate.no-way-back"));
    }

    private static Metadata standing(KubeSession session, CredentialId id) throws InterruptedException {
        CredentialName.InSecret name = name(id);
        Metadata found = new TokenSecrets(session, name.namespace()).find(name.secret());
        if (!found.uid().equals(name.uid())) {
            throw refused("rotate.other", name.namespace() + "/" + name.secret());
        }
        if (found.annotations().getOrDefault(LegacyTokens.ACCOUNT, "").isEmpty()) {
            throw refused("rotate.nobody", found.path());
        }
        return found;
    }

    private static CredentialName.InSecret name(CredentialId id) {
        return switch (CredentialName.of(id).orElse(null)) {
            case CredentialName.InSecret secret -> secret;
            case CredentialName.InPod _ -> throw refused("rotate.bound", id.text());
            case CredentialName.Requested _ -> throw refused("rotate.requested", id.text());
            case CredentialName.Certificate _ -> throw refused("rotate.certificate", id.text());
            case null -> throw refused("rotate.foreign", id.text());
        };
    }

    private static SourceException refused(String key, String what) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, what));
    }
}
