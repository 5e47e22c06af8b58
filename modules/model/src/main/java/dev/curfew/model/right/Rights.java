package dev.curfew.model.right;

import dev.curfew.model.text.CanonicalJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A policy whose statements need no evaluating: what a connector states of a source with a plain model. Each statement
/// grants by itself; none denies, and none depends on another.
///
/// As JSON: `{"statements":[{"actions":["SELECT"],"level":"read","on":"table/app/public.orders"}]}`, where a statement
/// may also have `id`, `condition` and `origin`. What is empty is left out. Nothing else may be there: a reader that
/// does not know a field does not know what is granted.
///
/// Held by an identity, it is the identity's, and that of its members. Held by a credential, it is all that the
/// credential may do, whoever holds it. As the document of a trust, its `BECOME` statements name who may become the
/// trust's target.
public record Rights(List<Right> statements) {
    /// As in `Policy.kind`.
    public static final String KIND = "curfew.grants";

    /// Stands, in `Right.on`, for each thing that the source holds, now and later. To administer it is to control the
    /// source. The resource of this native id is the whole source.
    public static final String WHOLE = "whole";

    /// Sorted: the same rights are one text.
    public Rights {
        statements = statements.stream().distinct().sorted(Right.ORDER).toList();
    }

    public static Rights of(Collection<Right> statements) {
        return new Rights(List.copyOf(statements));
    }

    /// As in `Policy.text`.
    public String text() {
        return CanonicalJson.text(
                Map.of("statements", statements.stream().map(Rights::json).toList()));
    }

    private static Map<String, Object> json(Right right) {
        Map<String, Object> json = new TreeMap<>();
        json.put("level", right.level().text());
        json.put("on", right.on());
        if (!right.actions().isEmpty()) {
            json.put("actions", right.actions());
        }
        put(json, "id", right.id());
        put(json, "condition", right.condition());
        put(json, "origin", right.origin());
        return json;
    }

    private static void put(Map<String, Object> json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
