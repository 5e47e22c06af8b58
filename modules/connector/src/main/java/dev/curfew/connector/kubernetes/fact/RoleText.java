package dev.curfew.connector.kubernetes.fact;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.model.text.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;

/// A Role or ClusterRole as a policy's text. Of an aggregated one, the rules are those that the server last put
/// together, which are those that it decides by.
public final class RoleText {
    public static final Shape SHAPE = Shape.of("rules", "aggregationRule").with("metadata", Metadata.SHAPE);

    private RoleText() {}

    public static String of(Doc role) {
        Metadata metadata = Metadata.of(role);
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("kind", metadata.namespace().isEmpty() ? "ClusterRole" : "Role");
        text.put("namespace", metadata.namespace());
        text.put("name", metadata.name());
        text.put("rules", role.docs("rules").stream().map(Doc::fields).toList());
        if (!role.doc("aggregationRule").fields().isEmpty()) {
            text.put("aggregationRule", role.doc("aggregationRule").fields());
        }
        return CanonicalJson.text(text);
    }
}
