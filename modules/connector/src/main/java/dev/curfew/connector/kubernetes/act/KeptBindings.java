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

/// Bindings as they were before Curfew took them away: in the cluster itself, as ConfigMaps in Curfew's namespace,
/// where whoever has to restore them finds them without Curfew too.
final class KeptBindings {
    /// In a ConfigMap's data.
    static final String BINDING = "binding.json";

    private static final Shape SHAPE = Shape.of("data").with("metadata", Shape.of("name", "uid"));

    private final KubeSession session;
    private final String namespace;

    KeptBindings(KubeSession session, String namespace) {
        this.session = session;
        this.namespace = namespace;
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
                                "curfew-binding-" + binding.uid(),
                                "labels",
                                Map.of(OwnMarks.MANAGED_BY, OwnMarks.CURFEW, OwnMarks.SUBJECT, subject.mark())),
                        "data",
                        Map.of(BINDING, CanonicalJson.text(binding.toCreate()))));
        return answer instanceof KubeAnswer.Done || answer instanceof KubeAnswer.Conflict
                ? Optional.empty()
                : Optional.of(answer);
    }

    /// One that was taken away.
    ///
    /// @param binding as it would be created again
    record Kept(String name, String uid, Doc binding) {}

    /// What was kept of a subject's.
    ///
    /// @return why they could not be listed; empty if they are in `found`
    Optional<KubeAnswer> find(Subject subject, List<Kept> found) throws InterruptedException {
        List<Doc> maps = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session,
                        Collection.of(KubePath.core(namespace, "configmaps", ""), SHAPE),
                        Form.OBJECTS,
                        "labelSelector=" + KubePath.encode(OwnMarks.SUBJECT + "=" + subject.mark()))
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
