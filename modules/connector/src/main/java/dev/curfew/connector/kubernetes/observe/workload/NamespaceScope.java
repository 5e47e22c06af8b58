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
import java.util.List;

/// Namespaces.
public final class NamespaceScope extends ListScope {

    public NamespaceScope() {
        super(Collection.of("api/v1/namespaces", Shape.of().with("metadata", Metadata.SHAPE)), Form.METADATA);
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        Metadata metadata = Metadata.of(object);
        sheet.add(new Resource(
                new NativeNames(sheet.source()).namespace(metadata.name()),
                "kubernetes.namespace",
                metadata.name(),
                Sensitivity.UNKNOWN,
                Tags.of(metadata),
                from(sheet, object)));
    }
}
