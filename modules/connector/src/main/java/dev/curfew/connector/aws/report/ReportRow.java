package dev.curfew.connector.aws.report;

import dev.curfew.model.attribute.UsageQuality;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/// What the report says of one user.
///
/// @param cells by the name of their column
record ReportRow(Map<String, String> cells) {
    /// A report is made anew after four hours at most, of what IAM knows by then.
    static final UsageQuality QUALITY =
            new UsageQuality("GetCredentialReport", Duration.ofHours(8), Duration.ZERO, true);

    /// Empty where there is no such column.
    String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    /// "N/A" and "no_information" where there is none.
    Optional<Instant> instant(String column) {
        try {
            return Optional.of(OffsetDateTime.parse(cell(column)).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
