package dev.curfew.connector.kubernetes.observe.workload;

import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.Tags;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Resource;
import java.util.List;
import java.util.Map;

/// Things that run, and whom they run as: pods, and what makes pods.
public final class WorkloadScope extends ListScope {
    private static final Shape METADATA =
            Metadata.SHAPE.with("ownerReferences", Shape.of("kind", "name", "controller"));

    private final String kind;
    private final List<String> toPodSpec;
    private final PodTokens tokens = new PodTokens();

    private WorkloadScope(String path, String kind, List<String> toPodSpec) {
        super(Collection.of(path, shape(toPodSpec)), Form.OBJECTS);
        this.kind = kind;
        this.toPodSpec = toPodSpec;
    }

    public static List<WorkloadScope> all() {
        List<String> inTemplate = List.of("spec", "template", "spec");
        return List.of(
                new WorkloadScope("api/v1/pods", "pod", List.of("spec")),
                new WorkloadScope("apis/apps/v1/deployments", "deployment", inTemplate),
                new WorkloadScope("apis/apps/v1/statefulsets", "stateful-set", inTemplate),
                new WorkloadScope("apis/apps/v1/daemonsets", "daemon-set", inTemplate),
                new WorkloadScope("apis/batch/v1/jobs", "job", inTemplate),
                new WorkloadScope(
                        "apis/batch/v1/cronjobs",
                        "cron-job",
                        List.of("spec", "jobTemplate", "spec", "template", "spec")));
    }

    private static Shape shape(List<String> toPodSpec) {
        Shape shape = PodSpec.SHAPE;
        for (String field : toPodSpec.reversed()) {
            shape = Shape.of().with(field, shape);
        }
        return shape.with("metadata", METADATA);
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        Metadata metadata = Metadata.of(object);
        PodSpec spec = new PodSpec(object.at(toPodSpec.toArray(String[]::new)));
        Map<String, String> tags = Tags.of(metadata);
        boolean isPod = kind.equals("pod");
        String account = spec.account(isPod ? "" : "default");
        put(tags, "service-account", account.isEmpty() ? "" : metadata.namespace() + "/" + account);
        put(tags, "secrets", String.join(",", spec.secrets()));
        put(tags, "images", String.join(",", spec.images()));
        put(tags, "node-access", String.join(",", spec.nodeAccess()));
        put(tags, "node", spec.node());
        put(tags, "controller", controller(object));
        sheet.add(new Resource(
                new NativeNames(sheet.source()).resource(name(), metadata),
                "kubernetes." + kind,
                metadata.path(),
                Sensitivity.UNKNOWN,
                tags,
                from(sheet, object)));
        if (isPod) {
            tokens.pod(metadata, account, spec);
        }
    }

    @Override
    protected void restart() {
        tokens.clear();
    }

    @Override
    public void finish(ScopeSheet sheet, Accounts accounts) {
        tokens.tell(sheet, accounts);
    }

    private static String controller(Doc object) {
        return object.doc("metadata").docs("ownerReferences").stream()
                .filter(owner -> owner.isTrue("controller"))
                .map(owner -> owner.text("kind") + "/" + owner.text("name"))
                .findFirst()
                .orElse("");
    }

    private static void put(Map<String, String> tags, String key, String value) {
        if (!value.isEmpty()) {
            tags.put(key, value);
        }
    }
}
