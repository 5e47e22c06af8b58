package dev.curfew.connector.kubernetes.observe.workload;

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
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Admission webhooks: who is shown every object that is written, and may change it. Of an address only its origin is
/// kept, for the rest can hold a secret.
public final class WebhookScope extends ListScope {
    private static final Shape SHAPE = Shape.of()
            .with("metadata", Metadata.SHAPE)
            .with(
                    "webhooks",
                    Shape.of("name", "failurePolicy", "rules")
                            .with("clientConfig", Shape.of("service").with("url", Shape.each(WebhookScope::origin))));

    private final String kind;

    /// @param what `mutating` or `validating`
    public WebhookScope(String what) {
        super(
                Collection.of("apis/admissionregistration.k8s.io/v1/" + what + "webhookconfigurations", SHAPE),
                Form.OBJECTS);
        this.kind = "kubernetes." + what + "-webhook";
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        Metadata metadata = Metadata.of(object);
        TreeSet<String> targets = new TreeSet<>();
        TreeSet<String> resources = new TreeSet<>();
        for (Doc webhook : object.docs("webhooks")) {
            targets.add(target(webhook.doc("clientConfig")));
            webhook.docs("rules").forEach(rule -> resources.addAll(rule.texts("resources")));
        }
        Map<String, String> tags = Tags.of(metadata);
        tags.put("targets", String.join(",", targets));
        tags.put("resources", String.join(",", resources));
        sheet.add(new Resource(
                new NativeNames(sheet.source()).resource(name(), metadata),
                kind,
                metadata.name(),
                Sensitivity.UNKNOWN,
                tags,
                from(sheet, object)));
    }

    private static String target(Doc config) {
        Doc service = config.doc("service");
        return service.fields().isEmpty()
                ? config.text("url")
                : "service " + service.text("namespace") + "/" + service.text("name");
    }

    private static String origin(char[] text, int offset, int length) {
        try {
            URI address = new URI(new String(text, offset, length));
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            return address.getScheme() + "://" + address.getHost() + port;
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
