package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.json.Doc;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes a subject's bindings away, and gives them back. A binding of its own is deleted; of one that others share the
/// subject is taken out, which Kubernetes allows to those only who may bind its role. What it holds by its groups
/// stays.
final class BindingRemoval {
    private static final Messages MESSAGES = Messages.of(BindingRemoval.class);

    private final KubeSession session;
    private final KeptBindings kept;
    private final Subject subject;
    private final Predicate<Doc> roles;
    private final Clock clock;

    BindingRemoval(KubeSession session, KeptBindings kept, Subject subject, Clock clock) {
        this(session, kept, subject, _ -> true, clock);
    }

    /// @param roles whether a binding is meant, as it stands, by its role and its place
    BindingRemoval(KubeSession session, KeptBindings kept, Subject subject, Predicate<Doc> roles, Clock clock) {
        this.session = session;
        this.kept = kept;
        this.subject = subject;
        this.roles = roles;
        this.clock = clock;
    }

    ActionOutcome remove() throws InterruptedException {
        List<BindingObject> bindings = new ArrayList<>();
        Optional<KubeAnswer> unread = find(bindings);
        if (unread.isPresent()) {
            return Answers.refused(unread.get(), clock.instant());
        }
        int removed = 0;
        for (BindingObject binding : bindings) {
            Optional<KubeAnswer> trouble = kept.keep(binding, subject);
            KubeAnswer answer = trouble.isPresent() ? trouble.get() : takeOut(binding);
            if (!isGone(answer)) {
                return unfinished(answer, binding, removed, bindings.size());
            }
            removed++;
        }
        return removed == 0
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("bindings.none"))
                : new ActionOutcome.Done(clock.instant(), MESSAGES.text("bindings.removed", removed));
    }

    private static boolean isGone(KubeAnswer answer) {
        return answer instanceof KubeAnswer.Done || answer instanceof KubeAnswer.Absent;
    }

    private ActionOutcome unfinished(KubeAnswer answer, BindingObject binding, int removed, int all) {
        return Answers.unfinished(
                answer,
                clock.instant(),
                MESSAGES.text("bindings.stopped", binding.called(), removed, all, answer.words()));
    }

    /// Those that name the subject.
    ///
    /// @return why they could not be read; empty if they are in `bindings`
    Optional<KubeAnswer> find(List<BindingObject> bindings) throws InterruptedException {
        for (String plural : BindingObject.PLURALS) {
            List<Doc> all = new ArrayList<>();
            Optional<KubeAnswer> trouble = new Listing(
                            session, Collection.of(KubePath.RBAC + plural, BindingObject.SHAPE), Form.OBJECTS, "")
                    .read(new Lookup.Keep(all), Progress.SILENT);
            if (trouble.isPresent()) {
                return trouble;
            }
            all.stream()
                    .filter(roles)
                    .map(object -> new BindingObject(plural, object))
                    .filter(binding -> binding.subjects().stream().anyMatch(each -> isMeant(binding, each)))
                    .forEach(bindings::add);
        }
        return Optional.empty();
    }

    private boolean isMeant(BindingObject binding, Doc each) {
        return subject.isMeantBy(each, binding.metadata().text("namespace"));
    }

    private KubeAnswer takeOut(BindingObject binding) throws InterruptedException {
        List<Map<String, ?>> others = new ArrayList<>();
        for (Doc each : binding.subjects()) {
            if (!isMeant(binding, each)) {
                others.add(each.fields());
            }
        }
        return others.isEmpty()
                ? session.delete(binding.path(), binding.uid())
                : session.patch(
                        binding.path(),
                        Map.of(
                                "metadata",
                                Map.of("resourceVersion", binding.metadata().text("resourceVersion")),
                                "subjects",
                                others));
    }

    /// Makes them again as they were; one that is there again is left as it is.
    ActionOutcome restore() throws InterruptedException {
        List<KeptBindings.Kept> found = new ArrayList<>();
        Optional<KubeAnswer> unread = kept.find(subject, found);
        if (unread.isPresent()) {
            return Answers.refused(unread.get(), clock.instant());
        }
        found.removeIf(one -> !roles.test(one.binding()));
        int restored = 0;
        for (KeptBindings.Kept one : found) {
            KubeAnswer answer = create(one.binding());
            if (!(answer instanceof KubeAnswer.Done) && !(answer instanceof KubeAnswer.Conflict)) {
                String words =
                        MESSAGES.text("bindings.not-restored", one.name(), restored, found.size(), answer.words());
                return new ActionOutcome.Refused(clock.instant(), words);
            }
            kept.forget(one);
            restored++;
        }
        return restored == 0
                ? new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("bindings.none-kept"))
                : new ActionOutcome.Done(clock.instant(), MESSAGES.text("bindings.restored", restored));
    }

    /// One that others share is still there, without the subject.
    private KubeAnswer create(Doc binding) throws InterruptedException {
        String namespace = binding.doc("metadata").text("namespace");
        String plural = namespace.isEmpty() ? "clusterrolebindings" : "rolebindings";
        String name = binding.doc("metadata").text("name");
        KubeAnswer there = session.get(KubePath.rbac(namespace, plural, name));
        if (there instanceof KubeAnswer.Done done) {
            List<Map<String, ?>> subjects = new ArrayList<>();
            done.body().docs("subjects").forEach(each -> subjects.add(each.fields()));
            binding.docs("subjects").stream()
                    .filter(each -> subject.isMeantBy(each, namespace) && !subjects.contains(each.fields()))
                    .forEach(each -> subjects.add(each.fields()));
            return session.patch(
                    KubePath.rbac(namespace, plural, name),
                    Map.of(
                            "metadata",
                            Map.of(
                                    "resourceVersion",
                                    done.body().doc("metadata").text("resourceVersion")),
                            "subjects",
                            subjects));
        }
        return session.create(KubePath.rbac(namespace, plural), binding.fields());
    }
}
