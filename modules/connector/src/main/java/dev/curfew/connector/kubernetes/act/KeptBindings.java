package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Bindings as they were before Curfew took them away: in the cluster itself, as ConfigMaps in Curfew's namespace,
/// where whoever has to restore them finds them without Curfew too. What a time-box took is given back with that box
/// only, and what plans took with none.
final class KeptBindings {
    /// In a ConfigMap's data.
    static final String BINDING = "binding.json";

    private static final Shape SHAPE = Shape.of("data").with("metadata", Shape.of("name", "uid"));

    private final KubeSession session;
    private final String namespace;
    private final String box;

    /// @param box that takes them away, by its id; empty for plans
    KeptBindings(KubeSession session, String namespace, String box) {
        this.session = session;
        this.namespace = namespace;
        this.box = box;
    }

    /// One that is kept already stays as it was kept first.
    ///
    /// @return why it is not kept; empty if it is
    Optional<KubeAnswer> keep(BindingObject binding, Subject subject) throws InterruptedException {
        KubeAnswer answer = session.create(
                KubePath.core(namespace, "configmaps", ""),
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "metadata",
                        Map.of(
                                "name",
                                "curfew-binding-" + binding.uid() + (box.isEmpty() ? "" : "-" + box),
                                "labels",
                                labels(subject)),
                        "data",
                        Map.of(BINDING, CanonicalJson.text(binding.toCreate()))));
        return answer instanceof KubeAnswer.Done || answer instanceof KubeAnswer.Conflict
                ? Optional.empty()
                : Optional.of(answer);
    }

    private Map<String, String> labels(Subject subject) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(OwnMarks.MANAGED_BY, OwnMarks.CURFEW);
        labels.put(OwnMarks.SUBJECT, subject.mark());
        if (!box.isEmpty()) {
            labels.put(OwnMarks.TIMEBOX, box);
        }
        return labels;
    }

    /// One that was taken away.
    ///
    /// @param binding as it would be created again
    record Kept(String name, String uid, Doc binding) {}

    /// What this box, or plans, took of a subject's.
    ///
    /// @return why they could not be listed; empty if they are in `found`
    Optional<KubeAnswer> find(Subject subject, List<Kept> found) throws InterruptedException {
        String taken = box.isEmpty() ? "!" + OwnMarks.TIMEBOX : OwnMarks.TIMEBOX + "=" + box;
        List<Doc> maps = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session,
                        Collection.of(KubePath.core(namespace, "configmaps", ""), SHAPE),
                        Form.OBJECTS,
                        "labelSelector=" + KubePath.encode(OwnMarks.SUBJECT + "=" + subject.mark() + "," + taken))
                .read(new Lookup.Keep(maps), Progress.SILENT);
        for (Doc map : maps) {
            JsonReading.object(map.doc("data").text(BINDING))
                    .ifPresent(binding -> found.add(new Kept(
                            map.doc("metadata").text("name"),
                            map.doc("metadata").text("uid"),
                            binding)));
        }
        return trouble;
    }

    KubeAnswer forget(Kept kept) throws InterruptedException {
        return session.delete(KubePath.core(namespace, "configmaps", kept.name()), kept.uid());
    }
}
