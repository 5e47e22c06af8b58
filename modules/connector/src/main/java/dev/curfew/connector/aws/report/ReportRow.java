package dev.curfew.connector.aws.report;

import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.model.attribute.UsageQuality;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the report says of one user.
///
/// @param cells by the name of their column
record ReportRow(Map<String, String> cells) {
    /// A report is made anew after four hours at most, of what IAM knows by then.
    static final UsageQuality QUALITY =
            new UsageQuality("GetCredentialReport", Duration.ofHours(8), Duration.ZERO, true);

    /// What it has instead of a moment where there is none.
    private static final Set<String> NONE = Set.of(Usages.NONE, "no_information");

    /// Empty where there is no such column.
    String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    /// Whether the report says that there is none, and not nothing.
    boolean tellsNone(String column) {
        return NONE.contains(cell(column));
    }

    Optional<Instant> instant(String column) {
        try {
            return Optional.of(OffsetDateTime.parse(cell(column)).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
