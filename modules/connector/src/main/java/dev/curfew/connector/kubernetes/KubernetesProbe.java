package dev.curfew.connector.kubernetes;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.SelfReview;
import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Tries a credential by asking the cluster whom it takes it for, which everyone whom it knows may ask. The server goes
/// on taking a token for some seconds after its account is gone, by its own cache.
final class KubernetesProbe implements Probe {
    private static final Messages MESSAGES = Messages.of(KubernetesProbe.class);

    /// Whom a server takes those for who show it nothing.

    private final KubeAccess access;
    private final Clock clock;

    KubernetesProbe(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        try (KubeSession session = access.with(value)) {
            KubeAnswer answer = session.ask(KubePath.SELF_REVIEW, KubePath.SELF_REVIEW_BODY);
            return outcome(answer, session, clock.instant());
        } catch (SourceException e) {
            return new ProbeOutcome.Indeterminate(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private static ProbeOutcome outcome(KubeAnswer answer, KubeSession session, Instant at) {
        return switch (answer) {
            case KubeAnswer.Done done ->
                SelfReview.user(done.body())
                        .<ProbeOutcome>map(user -> new ProbeOutcome.Accepted(at, MESSAGES.text("probe.accepted", user)))
                        .orElseGet(() -> new ProbeOutcome.Indeterminate(at, MESSAGES.text("probe.nobody")));
            case KubeAnswer.Unauthenticated refused -> refused(refused, session, at);
            case KubeAnswer.Forbidden denied ->
                denied.words().contains(SelfReview.NOBODY)
                        ? new ProbeOutcome.Indeterminate(at, MESSAGES.text("probe.nobody"))
                        : new ProbeOutcome.Refused(at, RefusalClass.DENIED, denied.words());
            case KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Throttled _,
                    KubeAnswer.Failed _,
                    KubeAnswer.Silent _,
                    KubeAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(at, answer.words());
        };
    }

    /// The server says no more than 401; whether it is only outside its time, the credential says itself.
    private static ProbeOutcome refused(KubeAnswer.Unauthenticated refused, KubeSession session, Instant at) {
        try (Secret token = session.token().orElse(null)) {
            Optional<Jwt> jwt = token == null ? Optional.empty() : Jwt.read(token);
            boolean early = jwt.flatMap(Jwt::startsAt).filter(at::isBefore).isPresent();
            boolean late = jwt.flatMap(Jwt::endsAt)
                    .or(session::certificateEndsAt)
                    .filter(end -> !at.isBefore(end))
                    .isPresent();
            return early || late
                    ? new ProbeOutcome.Refused(at, RefusalClass.CLOCK, MESSAGES.text("probe.clock", refused.words()))
                    : new ProbeOutcome.Refused(
                            at, RefusalClass.INVALID_CREDENTIAL, MESSAGES.text("probe.refused", refused.words()));
        }
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        CredentialName name = CredentialName.of(credential).orElse(null);
        return switch (name) {
            case null -> new ListingEvidence.Unreadable(clock.instant(), MESSAGES.text("list.foreign"));
            case CredentialName.Certificate _ ->
                new ListingEvidence.Unreadable(clock.instant(), MESSAGES.text("list.certificate"));
            case CredentialName.Requested it -> look(it.namespace(), "serviceaccounts", it.account(), it.uid());
            case CredentialName.InSecret it -> look(it.namespace(), "secrets", it.secret(), it.uid());
            case CredentialName.InPod it -> look(it.namespace(), "pods", it.pod(), it.uid());
        };
    }

    private ListingEvidence look(String namespace, String plural, String name, String uid) throws InterruptedException {
        try (KubeSession session = access.reading()) {
            Lookup.Found found = Lookup.find(session, namespace, plural, name);
            Instant at = clock.instant();
            return switch (found) {
                case Lookup.Found.There there
                when there.uid().equals(uid) ->
                    new ListingEvidence.Listed(
                            at, !there.ending(), MESSAGES.text(there.ending() ? "list.ending" : "list.there", plural));
                case Lookup.Found.There _ -> new ListingEvidence.NotListed(at, MESSAGES.text("list.other"));
                case Lookup.Found.Nowhere _ -> new ListingEvidence.NotListed(at, MESSAGES.text("list.nowhere"));
                case Lookup.Found.Untold(KubeAnswer answer) -> new ListingEvidence.Unreadable(at, answer.words());
            };
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    /// @throws SourceException if it cannot be said
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        return new Belonging(access).of(credential, value);
    }
}
