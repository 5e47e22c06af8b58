package dev.curfew.connector.aws.report;

import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.facts.Usages;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When users' access keys were last used, where that could not be asked by their ids. The report has places for a
/// user's two keys and no ids: a key is at the one place that says that it was made when the key was.
///
/// @param rows by user, as an ARN
public record UserKeys(Map<String, ReportRow> rows) {
    private static final List<String> PLACES = List.of("access_key_1", "access_key_2");

    public UserKeys {
        rows = Map.copyOf(rows);
    }

    static UserKeys of(List<ReportRow> rows) {
        return new UserKeys(
                rows.stream().collect(Collectors.toMap(row -> row.cell("arn"), row -> row, (one, _) -> one)));
    }

    /// Makes the report and fetches it.
    ///
    /// @throws dev.curfew.connector.tree.MalformedException if it cannot be read
    public static UserKeys fetch(Asking asking, AwsClient.Waiting waiting) throws Unanswered, InterruptedException {
        return of(ReportRows.of(asking, waiting));
    }

    /// @param credentials of any kind
    /// @return those that are told more of now
    List<Credential> told(List<Credential> credentials) {
        return credentials.stream()
                .filter(it -> it.usage().equals(Usages.keyUnread()))
                .flatMap(it -> usage(it).map(it::with).stream())
                .toList();
    }

    private Optional<Usage> usage(Credential key) {
        return key.holder() == null
                ? Optional.empty()
                : Optional.ofNullable(rows.get(key.holder().nativeId())).flatMap(row -> usage(row, key.createdAt()));
    }

    /// @param name of the user
    /// @param made when the key was
    /// @return empty where the report does not tell which of the user's keys it is
    public Optional<Usage> usage(String name, @Nullable Instant made) {
        return rows.values().stream()
                .filter(row -> row.cell("user").equals(name))
                .findFirst()
                .flatMap(row -> usage(row, made));
    }

    private static Optional<Usage> usage(ReportRow row, @Nullable Instant made) {
        if (made == null) {
            return Optional.empty();
        }
        List<String> places =
                PLACES.stream().filter(place -> isMade(row, place, made)).toList();
        return places.size() == 1 ? usage(row, places.getFirst(), made) : Optional.empty();
    }

    /// The report has whole seconds.
    private static boolean isMade(ReportRow row, String place, Instant at) {
        return row.instant(place + "_last_rotated")
                .filter(at.truncatedTo(ChronoUnit.SECONDS)::equals)
                .isPresent();
    }

    private static Optional<Usage> usage(ReportRow row, String place, Instant made) {
        String date = place + "_last_used_date";
        @Nullable Instant at = row.instant(date).orElse(null);
        if (at == null && !row.cell(date).equals(Usages.NONE)) {
            return Optional.empty();
        }
        String by = Usages.by(row.cell(place + "_last_used_service"), row.cell(place + "_last_used_region"));
        return Optional.of(Usages.key(at, by, made, ReportRow.QUALITY));
    }
}
