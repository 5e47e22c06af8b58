package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes a service account's bindings away at the end, all or those of one role. Kubernetes holds no end of a binding;
/// what is taken away is kept in the cluster, and given back from there.
public final class KubernetesTimeBoxes implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(KubernetesTimeBoxes.class);
    private static final String ACCOUNT = "serviceaccount/";

    private final KubeAccess access;
    private final Clock clock;

    public KubernetesTimeBoxes(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Boxable look(StandingAccess standing, Instant until) throws InterruptedException {
        try (KubeSession session = access.reading()) {
            Map<String, String> bindings = bindings(session, standing);
            if (bindings.isEmpty()) {
                throw refused("box.none", standing.text());
            }
            return new Boxable(
                    bindings,
                    false,
                    MESSAGES.text("box.how", bindings.size(), String.join(", ", bindings.keySet())),
                    List.of(MESSAGES.text("box.others"), MESSAGES.text("box.tokens")),
                    false);
        }
    }

    /// There is nothing to write; that they are still there is looked at.
    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return acting(session -> bindings(session, box.access()).equals(box.prior())
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("box.begun"))
                : new ActionOutcome.Refused(
                        clock.instant(),
                        MESSAGES.text("box.changed", box.access().text())));
    }

    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return acting(session -> removal(session, box.access(), box.id()).remove());
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return ended
                ? acting(session -> removal(session, box.access(), box.id()).restore())
                : new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("box.stands"));
    }

    @FunctionalInterface
    private interface Act {
        ActionOutcome on(KubeSession session) throws InterruptedException;
    }

    private ActionOutcome acting(Act act) throws InterruptedException {
        try (KubeSession session = access.acting()) {
            return act.on(session);
        } catch (SourceException e) {
            String words = String.valueOf(e.getMessage());
            return e.kind() == SourceException.Kind.REFUSED
                    ? new ActionOutcome.Refused(clock.instant(), words)
                    : new ActionOutcome.Uncertain(clock.instant(), words);
        }
    }

    /// By what they are called, with their uids.
    private Map<String, String> bindings(KubeSession session, StandingAccess standing) throws InterruptedException {
        List<BindingObject> found = new ArrayList<>();
        Optional<KubeAnswer> trouble = removal(session, standing, "").find(found);
        if (trouble.isPresent()) {
            throw trouble.get()
                    .failure(MESSAGES.text("act.refused", trouble.get().words()));
        }
        Map<String, String> bindings = new TreeMap<>();
        found.forEach(binding -> bindings.put(binding.called(), binding.uid()));
        return bindings;
    }

    private BindingRemoval removal(KubeSession session, StandingAccess standing, String box)
            throws InterruptedException {
        if (standing.group().isPresent()) {
            throw refused("box.group", standing.text());
        }
        return new BindingRemoval(
                session,
                new KeptBindings(session, OwnMarks.namespace(access.connection()), box),
                account(session, standing),
                binding -> standing.policy()
                        .filter(policy -> !policy.equals(new NativeNames(policy.source()).roleOf(binding)))
                        .isEmpty(),
                clock);
    }

    private static Subject account(KubeSession session, StandingAccess standing) throws InterruptedException {
        String id = standing.subject().nativeId();
        String[] parts = id.split("/", -1);
        if (!id.startsWith(ACCOUNT) || parts.length != 4) {
            throw refused("box.account", id);
        }
        return KubernetesRevoker.account(session, parts[1], parts[2], parts[3]);
    }

    private static SourceException refused(String key, String name) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, name));
    }
}
