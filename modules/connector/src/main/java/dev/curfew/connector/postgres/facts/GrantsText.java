package dev.curfew.connector.postgres.facts;

import dev.curfew.model.right.Right;
import dev.curfew.model.right.Rights;
import java.util.List;

/// Rights as the policy in which a source states them.
final class GrantsText {
    private GrantsText() {}

    /// The same whatever the order they were read in.
    static String of(List<Entry> entries) {
        return Rights.of(entries.stream().map(GrantsText::right).toList()).text();
    }

    private static Right right(Entry entry) {
        return new Right("", entry.level(), entry.on().nativeId(), entry.rights(), entry.needs(), "");
    }
}
