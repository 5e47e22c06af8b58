package dev.curfew.connector.postgres.facts;

import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
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
        return Right.of(
                        level(entry.step()),
                        entry.on().nativeId(),
                        entry.rights().split(", ", -1))
                .provided(entry.needs());
    }

    private static RightLevel level(Step step) {
        return switch (step) {
            case READ -> RightLevel.READ;
            case WRITE -> RightLevel.WRITE;
            case PERMISSIONS -> RightLevel.PERMISSIONS;
            case ADMINISTER -> RightLevel.ADMINISTER;
            case BECOME -> RightLevel.BECOME;
            case MINT -> RightLevel.MINT;
        };
    }
}
