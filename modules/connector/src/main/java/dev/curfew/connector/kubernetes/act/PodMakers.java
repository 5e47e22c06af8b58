package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.CredentialName;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stops what would make a pod anew, with a token of its own, and starts it again.
final class PodMakers {
    private static final Messages MESSAGES = Messages.of(PodMakers.class);

    /// A replica set and its deployment, a job and its cron job; what owns more than these may go in a circle.
    private static final int MAKERS_MAX = 2;

    /// Without what its pods are made of, which holds their environment; so do the annotations of others.
    private static final Shape SHAPE = Shape.of()
            .with(
                    "metadata",
                    Shape.of("name", "resourceVersion", "ownerReferences")
                            .with("annotations", Shape.of(OwnMarks.STOPPED)));

    private final KubeSession session;
    private final Clock clock;

    PodMakers(KubeSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    ActionOutcome stop(CredentialName.InPod pod) throws InterruptedException {
        KubeAnswer answer = session.get(KubePath.core(pod.namespace(), "pods", pod.pod()));
        if (!(answer instanceof KubeAnswer.Done(Doc object))) {
            return Answers.outcome(answer, clock.instant(), "");
        }
        if (!object.doc("metadata").text("uid").equals(pod.uid())) {
            return new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("act.other"));
        }
        return stop(pod, object, new ArrayList<>(), 0);
    }

    /// From the pod up: a replica set by its deployment alone, which would set it back; a job and its cron job both,
    /// which make on apart.
    ///
    /// @param height how many makers there are below
    private ActionOutcome stop(CredentialName.InPod pod, Doc object, List<String> stopped, int height)
            throws InterruptedException {
        Doc owner = controller(object);
        String called = owner.text("kind") + " " + owner.text("name");
        if (owner.fields().isEmpty()) {
            return over(stopped);
        }
        Optional<Workload> maker = Workload.of(owner);
        if (maker.isEmpty() || height == MAKERS_MAX) {
            return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("makers.foreign", called));
        }
        String path = maker.get().path(pod.namespace(), owner.text("name"));
        KubeAnswer read = session.get(path);
        if (read instanceof KubeAnswer.Absent) {
            return over(stopped);
        }
        if (!(read instanceof KubeAnswer.Done(Doc found))) {
            return unfinished(read, called);
        }
        if (!found.doc("metadata").text("uid").equals(owner.text("uid"))) {
            // Another has its name by now, and did not make the pod.
            return over(stopped);
        }
        if (!isOverruled(maker.get(), found) && !maker.get().isStopped(found)) {
            KubeAnswer answer = session.patch(path, maker.get().stop(found, pod.uid()));
            if (!(answer instanceof KubeAnswer.Done)) {
                return unfinished(answer, called);
            }
            stopped.add(called);
        }
        return stop(pod, found, stopped, height + 1);
    }

    /// A deployment sets its replica sets as it is set itself, and copies its annotations to them.
    private static boolean isOverruled(Workload kind, Doc object) {
        return kind.plural().equals("replicasets")
                && !controller(object).fields().isEmpty();
    }

    private ActionOutcome over(List<String> stopped) {
        return stopped.isEmpty()
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("makers.none"))
                : new ActionOutcome.Done(clock.instant(), MESSAGES.text("makers.stopped", String.join(", ", stopped)));
    }

    private static Doc controller(Doc object) {
        return object.doc("metadata").docs("ownerReferences").stream()
                .filter(owner -> owner.isTrue("controller"))
                .findFirst()
                .orElse(Doc.EMPTY);
    }

    /// The pod may be gone by now: what was stopped for it says so itself.
    ActionOutcome start(CredentialName.InPod pod) throws InterruptedException {
        List<String> started = new ArrayList<>();
        for (Workload kind : Workload.ALL) {
            List<Doc> all = new ArrayList<>();
            Optional<KubeAnswer> trouble = new Listing(
                            session, Collection.of(kind.path(pod.namespace(), ""), SHAPE), Form.OBJECTS, "")
                    .read(new Lookup.Keep(all), Progress.SILENT);
            if (trouble.isPresent()) {
                return Answers.refused(trouble.get(), clock.instant());
            }
            for (Doc object : all) {
                if (Workload.isStoppedFor(object, pod.uid()) && !isOverruled(kind, object)) {
                    String name = object.doc("metadata").text("name");
                    KubeAnswer answer = session.patch(kind.path(pod.namespace(), name), kind.start(object));
                    if (!(answer instanceof KubeAnswer.Done)) {
                        return unfinished(answer, kind.kind() + " " + name);
                    }
                    started.add(kind.kind() + " " + name);
                }
            }
        }
        return started.isEmpty()
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("makers.none-stopped"))
                : new ActionOutcome.Done(clock.instant(), MESSAGES.text("makers.started", String.join(", ", started)));
    }

    private ActionOutcome unfinished(KubeAnswer answer, String called) {
        return Answers.unfinished(answer, clock.instant(), MESSAGES.text("makers.trouble", called, answer.words()));
    }
}
