package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.fact.RoleText;
import dev.curfew.connector.kubernetes.observe.ClusterReading;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.Optional;

/// Issues tokens of a service account that is made for one window, bound to one role, and deleted at its end. The
/// cluster itself ends the token.
public final class KubernetesIssuer implements Issuer {
    private static final Messages MESSAGES = Messages.of(KubernetesIssuer.class);

    private final KubeAccess access;
    private final Clock clock;

    public KubernetesIssuer(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        if (order.duration().compareTo(WindowAccount.SHORTEST) < 0) {
            throw new SourceException(
                    SourceException.Kind.REFUSED, MESSAGES.text("issue.short", WindowAccount.SHORTEST.toMinutes()));
        }
        try (KubeSession session = access.acting()) {
            return issue(session, receipt, order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    private Issued issue(KubeSession session, Receipt receipt, Order order) throws InterruptedException {
        WindowAccount account = WindowAccount.create(session, OwnMarks.namespace(access.connection()), receipt, order);
        try {
            account.bind(RoleName.of(order.policy()));
            return account.token();
        } catch (SourceException e) {
            throw takenBack(account, e);
        } catch (InterruptedException e) {
            // nobody else knows of it
            account.remove(clock);
            throw e;
        }
    }

    private SourceException takenBack(WindowAccount account, SourceException why) throws InterruptedException {
        ActionOutcome removed = account.remove(clock);
        return new SourceException(
                why.kind(),
                MESSAGES.text(
                        removed.isDone() ? "issue.taken-back" : "issue.not-taken-back",
                        String.valueOf(why.getMessage()),
                        account.path(),
                        removed.detail()),
                why);
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        RoleName role = RoleName.of(policy);
        try (KubeSession session = access.reading()) {
            KubeAnswer answer = session.get(KubePath.rbac(role.namespace(), role.plural(), role.name()));
            if (answer instanceof KubeAnswer.Done done) {
                return RoleText.of(done.body());
            }
            throw answer.failure(MESSAGES.text("issue.role-unread", role.name(), answer.words()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    @Override
    public Optional<String> listedIn() {
        return Optional.of(ClusterReading.ACCOUNTS);
    }

    /// @param namespace empty for a ClusterRole
    record RoleName(String namespace, String name) {
        static RoleName of(PolicyId policy) {
            String[] parts = policy.nativeId().split("/", -1);
            if (parts.length == 2 && parts[0].equals("clusterrole")) {
                return new RoleName("", parts[1]);
            }
            if (parts.length == 3 && parts[0].equals("role")) {
                return new RoleName(parts[1], parts[2]);
            }
            throw new IllegalArgumentException("not a role of Kubernetes': " + policy);
        }

        String plural() {
            return namespace.isEmpty() ? "clusterroles" : "roles";
        }

        String kind() {
            return namespace.isEmpty() ? "ClusterRole" : "Role";
        }
    }
}
