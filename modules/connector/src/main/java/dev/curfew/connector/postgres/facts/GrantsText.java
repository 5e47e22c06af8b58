package dev.curfew.connector.postgres.facts;

import dev.curfew.model.text.CanonicalJson;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The neutral policy in which a source lists rights that need no evaluator of their own.
final class GrantsText {
    static final String KIND = "curfew.grants";

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::on)
            .thenComparing(Entry::step)
            .thenComparing(Entry::rights)
            .thenComparing(Entry::needs);

    private GrantsText() {}

    /// The same whatever the order they were read in.
    static String of(List<Entry> entries) {
        return CanonicalJson.text(Map.of(
                "entries", entries.stream().sorted(ORDER).map(GrantsText::entry).toList()));
    }

    private static Map<String, String> entry(Entry entry) {
        Map<String, String> json = new TreeMap<>();
        json.put("level", entry.step().word());
        json.put("on", entry.on().nativeId());
        json.put("rights", entry.rights());
        if (!entry.needs().isEmpty()) {
            json.put("needs", entry.needs());
        }
        return json;
    }
}
