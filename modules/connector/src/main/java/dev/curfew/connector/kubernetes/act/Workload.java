package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.json.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What makes pods anew, and how it is stopped and started again: by its replicas, or by suspending it.
///
/// <https://kubernetes.io/docs/concepts/workloads/controllers/>
///
/// @param kind as an owner reference names it
/// @param group with its version
/// @param field of its `spec` that stops it
/// @param stopped what that field is then
record Workload(String kind, String group, String plural, String field, Object stopped) {
    private static final String REPLICAS = "replicas";
    private static final String SUSPEND = "suspend";

    /// A daemon set has neither: it is stopped by nothing that is not also its deletion or a change of its pods.
    static final List<Workload> ALL = List.of(
            new Workload("Deployment", "apps/v1", "deployments", REPLICAS, 0),
            new Workload("ReplicaSet", "apps/v1", "replicasets", REPLICAS, 0),
            new Workload("StatefulSet", "apps/v1", "statefulsets", REPLICAS, 0),
            new Workload("CronJob", "batch/v1", "cronjobs", SUSPEND, true),
            new Workload("Job", "batch/v1", "jobs", SUSPEND, true));

    /// Empty for what Curfew does not know how to stop: others call theirs by the same kinds, in groups of their own.
    ///
    /// @param owner an owner reference
    static Optional<Workload> of(Doc owner) {
        return ALL.stream()
                .filter(one -> one.kind.equals(owner.text("kind")) && one.isOf(owner.text("apiVersion")))
                .findFirst();
    }

    /// In whichever version: the server has each in all of them.
    private boolean isOf(String apiVersion) {
        return apiVersion.startsWith(group.substring(0, group.indexOf('/') + 1));
    }

    String path(String namespace, String name) {
        return KubePath.workload(group, namespace, plural, name);
    }

    boolean isStopped(Doc object) {
        return String.valueOf(object.doc("spec").fields().get(field)).equals(String.valueOf(stopped));
    }

    /// Stops it, and notes on itself what it was set to: whoever has to start it again finds it there without Curfew.
    Map<String, ?> stop(Doc object, String podUid) {
        Object before = object.doc("spec").fields().get(field);
        return fields(object, podUid + " " + (before == null ? "" : before), stopped);
    }

    /// Whether Curfew stopped it for this pod. Whoever may change the object may write anything there.
    static boolean isStoppedFor(Doc object, String podUid) {
        return mark(object).startsWith(podUid + " ");
    }

    private static String mark(Doc object) {
        return object.at("metadata", "annotations").text(OwnMarks.STOPPED);
    }

    /// As it was before. What was not set is not set again.
    Map<String, ?> start(Doc object) {
        String mark = mark(object);
        String before = mark.substring(mark.indexOf(' ') + 1);
        return fields(object, null, before.isEmpty() ? null : value(before));
    }

    /// What is neither a number nor a truth value is for the server to refuse.
    private static Object value(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text.matches("\\d{1,10}") ? (Object) Long.valueOf(text) : text;
        };
    }

    /// Only of what was read: somebody else's change is not overwritten.
    private Map<String, ?> fields(Doc object, @Nullable String mark, @Nullable Object value) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("resourceVersion", object.doc("metadata").text("resourceVersion"));
        metadata.put("annotations", Collections.singletonMap(OwnMarks.STOPPED, mark));
        return Map.of("metadata", metadata, "spec", Collections.singletonMap(field, value));
    }
}
