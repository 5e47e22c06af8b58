package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A RoleBinding or ClusterRoleBinding as it stands in the cluster.
///
/// @param plural `rolebindings` or `clusterrolebindings`
record BindingObject(String plural, Doc object) {
    static final List<String> PLURALS = List.of("rolebindings", "clusterrolebindings");

    static final Shape SHAPE = Shape.of("subjects", "roleRef")
            .with("metadata", Shape.of("namespace", "name", "uid", "resourceVersion", "labels"));

    Doc metadata() {
        return object.doc("metadata");
    }

    String uid() {
        return metadata().text("uid");
    }

    String path() {
        return KubePath.rbac(metadata().text("namespace"), plural, metadata().text("name"));
    }

    /// For a person.
    String called() {
        String namespace = metadata().text("namespace");
        return namespace.isEmpty()
                ? metadata().text("name")
                : namespace + "/" + metadata().text("name");
    }

    List<Doc> subjects() {
        return object.docs("subjects");
    }

    /// As it would be created again.
    Map<String, Object> toCreate() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", metadata().text("name"));
        if (!metadata().text("namespace").isEmpty()) {
            metadata.put("namespace", metadata().text("namespace"));
        }
        if (metadata().has("labels")) {
            metadata.put("labels", metadata().doc("labels").fields());
        }
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("apiVersion", "rbac.authorization.k8s.io/v1");
        created.put("kind", plural.equals("rolebindings") ? "RoleBinding" : "ClusterRoleBinding");
        created.put("metadata", metadata);
        created.put("roleRef", object.doc("roleRef").fields());
        created.put("subjects", subjects().stream().map(Doc::fields).toList());
        return created;
    }
}
