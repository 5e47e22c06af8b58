package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;

/// Ends tokens by deleting what they are bound to, each time only the one object that is meant, by its uid. Taking
/// bindings away ends no credential, and can be undone.
public final class KubernetesRevoker implements Revoker {
    private static final Messages MESSAGES = Messages.of(KubernetesRevoker.class);

    private final KubeAccess access;
    private final Clock clock;

    public KubernetesRevoker(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
        CredentialName name = CredentialName.of(credential)
                .orElseThrow(() -> new IllegalArgumentException("not a credential of Kubernetes': " + credential));
        return switch (name) {
            case CredentialName.InSecret it
            when action.code().equals("kubernetes.delete-secret") ->
                with(session -> delete(session, it.namespace(), "secrets", it.secret(), it.uid()));
            case CredentialName.InPod it
            when action.code().equals("kubernetes.delete-pod") ->
                with(session -> delete(session, it.namespace(), "pods", it.pod(), it.uid()));
            case CredentialName.InPod it
            when action.code().equals("kubernetes.stop-workload") ->
                with(session -> new PodMakers(session, clock).stop(it));
            case CredentialName.InPod it
            when action.code().equals("kubernetes.start-workload") ->
                with(session -> new PodMakers(session, clock).start(it));
            case CredentialName.Requested it
            when action.code().equals("kubernetes.delete-service-account") ->
                with(session -> deleteAccount(session, it));
            case CredentialName.Requested _, CredentialName.Certificate _
            when action.code().equals("kubernetes.remove-bindings") ->
                with(session -> removal(session, name).remove());
            case CredentialName.Requested _, CredentialName.Certificate _
            when action.code().equals("kubernetes.restore-bindings") ->
                with(session -> removal(session, name).restore());
            case CredentialName.InSecret _,
                    CredentialName.InPod _,
                    CredentialName.Requested _,
                    CredentialName.Certificate _ ->
                throw new IllegalArgumentException("not an action for " + credential + ": " + action.code());
        };
    }

    private interface Act {
        ActionOutcome on(KubeSession session) throws InterruptedException;
    }

    private ActionOutcome with(Act act) throws InterruptedException {
        try (KubeSession session = access.acting()) {
            return act.on(session);
        } catch (SourceException e) {
            return new ActionOutcome.Refused(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private ActionOutcome delete(KubeSession session, String namespace, String plural, String name, String uid)
            throws InterruptedException {
        KubeAnswer answer = session.delete(KubePath.core(namespace, plural, name), uid);
        return Answers.outcome(answer, clock.instant(), MESSAGES.text("act.deleted." + plural));
    }

    /// The bindings that Curfew made for it go too; those of others stay, and hold for whoever is given its name.
    private ActionOutcome deleteAccount(KubeSession session, CredentialName.Requested account)
            throws InterruptedException {
        ActionOutcome outcome =
                delete(session, account.namespace(), "serviceaccounts", account.account(), account.uid());
        return outcome.isDone() && account.namespace().equals(OwnMarks.namespace(access.connection()))
                ? new OwnBindings(session).remove(account.uid(), outcome)
                : outcome;
    }

    private BindingRemoval removal(KubeSession session, CredentialName name) throws InterruptedException {
        return new BindingRemoval(
                session,
                new KeptBindings(session, OwnMarks.namespace(access.connection()), ""),
                subject(session, name),
                clock);
    }

    private static Subject subject(KubeSession session, CredentialName name) throws InterruptedException {
        return switch (name) {
            case CredentialName.Certificate it -> new Subject.User(it.user(), it.requestUid());
            case CredentialName.Requested it -> account(session, it.namespace(), it.account(), it.uid());
            case CredentialName.InSecret _, CredentialName.InPod _ ->
                throw new IllegalArgumentException("bindings are an account's or a user's");
        };
    }

    /// Bindings name an account by its name: another one that has it now keeps them.
    ///
    /// @throws SourceException if it is another one, or that cannot be read
    static Subject account(KubeSession session, String namespace, String name, String uid) throws InterruptedException {
        Lookup.Found found = Lookup.find(session, namespace, "serviceaccounts", name);
        if (found instanceof Lookup.Found.There there && !there.uid().equals(uid)) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("bindings.other"));
        }
        if (found instanceof Lookup.Found.Untold(KubeAnswer answer)) {
            throw answer.failure(MESSAGES.text("act.refused", answer.words()));
        }
        return new Subject.Account(namespace, name, uid);
    }
}
