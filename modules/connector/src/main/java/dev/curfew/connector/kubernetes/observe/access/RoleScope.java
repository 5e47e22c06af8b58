package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.RoleText;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.estate.Policy;
import java.util.List;

/// Roles, or ClusterRoles.
public final class RoleScope extends ListScope {

    /// @param plural `roles` or `clusterroles`
    public RoleScope(String plural) {
        super(Collection.of(KubePath.RBAC + plural, RoleText.SHAPE), Form.OBJECTS);
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        Metadata metadata = Metadata.of(object);
        sheet.add(new Policy(
                new NativeNames(sheet.source()).role(metadata.namespace(), metadata.name()),
                "kubernetes.role",
                metadata.path(),
                RoleText.of(object),
                from(sheet, object)));
    }
}
