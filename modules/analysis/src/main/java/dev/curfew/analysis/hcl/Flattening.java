package dev.curfew.analysis.hcl;

import java.util.ArrayList;
import java.util.List;

/// Makes HCL of JSON: a key over a list of objects becomes that key once for each; a key over an object whose values
/// are all objects becomes a block with their keys as labels. Both as often as they apply, at every depth.
final class Flattening {
    private Flattening() {}

    static List<HclItem> flat(List<HclItem> items) {
        List<HclItem> flat = new ArrayList<>();
        items.forEach(item -> add(item, flat));
        return flat.stream()
                .map(item -> new HclItem(item.keys(), inside(item.value()), item.line()))
                .toList();
    }

    private static void add(HclItem item, List<HclItem> to) {
        switch (item.value()) {
            case HclValue.Items list
            when !list.values().isEmpty() && list.values().stream().allMatch(HclValue.Body.class::isInstance) ->
                list.values().forEach(value -> add(new HclItem(item.keys(), value, item.line()), to));
            case HclValue.Body body
            when !body.items().isEmpty() && body.items().stream().allMatch(it -> it.value() instanceof HclValue.Body) ->
                body.items().forEach(inner -> add(nested(item, inner), to));
            case HclValue.Text _, HclValue.Digits _, HclValue.Truth _, HclValue.Items _, HclValue.Body _ ->
                to.add(item);
        }
    }

    private static HclValue inside(HclValue value) {
        return switch (value) {
            case HclValue.Body body -> new HclValue.Body(flat(body.items()));
            case HclValue.Items list ->
                new HclValue.Items(
                        list.values().stream().map(Flattening::inside).toList());
            case HclValue.Text _, HclValue.Digits _, HclValue.Truth _ -> value;
        };
    }

    private static HclItem nested(HclItem outer, HclItem inner) {
        List<String> keys = new ArrayList<>(outer.keys());
        keys.addAll(inner.keys());
        return new HclItem(keys, inner.value(), inner.line());
    }
}
