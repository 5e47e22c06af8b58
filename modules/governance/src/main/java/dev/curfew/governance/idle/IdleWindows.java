package dev.curfew.governance.idle;

import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends the windows that their holders do not use, where what was approved says so: for how long a window may go unused
/// is in the request that was signed. What the source does not say was perhaps used, and goes on.
public final class IdleWindows {
    private final Office office;
    private final Windows windows;

    public IdleWindows(Office office, Windows windows) {
        this.office = office;
        this.windows = windows;
    }

    private record Idle(Window window, Duration max) {}

    /// @return one closure for each such window: not closed where its source did not end it; none if none is due
    public List<Closure> due() throws InterruptedException {
        List<Idle> bounded = windows.all().stream()
                .filter(window -> window.isOpen() && office.clock().instant().isBefore(window.endsAt()))
                .flatMap(window -> bounded(window).stream())
                .toList();
        List<Closure> closures = new ArrayList<>();
        if (!bounded.isEmpty()) {
            Snapshot snapshot = office.store().current();
            for (Idle one : bounded) {
                Optional<Map<String, Object>> evidence = disuse(snapshot, one);
                if (evidence.isPresent()) {
                    closures.add(end(one.window(), evidence.get()));
                }
            }
        }
        return List.copyOf(closures);
    }

    /// Only what its requester signed and the ledger saw ends a window; that is looked at where the row says so.
    private Optional<Idle> bounded(Window window) {
        return office.unitOfWork()
                .run(transaction -> transaction
                        .requests()
                        .find(window.id())
                        .filter(row -> row.claims().containsKey(ExceptionRequest.IDLE))
                        .flatMap(_ -> signed(transaction, window)));
    }

    private Optional<Idle> signed(Transaction transaction, Window window) {
        return new RequestRecord(office).find(transaction, window.id())
                        instanceof Outcome.Done<ExceptionRequest>(ExceptionRequest request)
                ? request.idleMax().map(max -> new Idle(window, max))
                : Optional.empty();
    }

    private static Optional<Map<String, Object>> disuse(Snapshot snapshot, Idle one) {
        return snapshot.credentials().stream()
                .filter(credential -> credential.id().equals(one.window().credential()))
                .findFirst()
                .flatMap(credential -> readAt(snapshot, credential)
                        .flatMap(readAt ->
                                Disuse.of(credential.usage(), one.window().openedAt(), readAt))
                        .filter(disuse -> disuse.isAsLongAs(one.max()))
                        .map(disuse -> evidence(credential.usage(), disuse, one.max())));
    }

    private static Optional<Instant> readAt(Snapshot snapshot, Credential credential) {
        return snapshot.coverage().stream()
                .filter(coverage -> coverage.source().equals(credential.source()))
                .filter(coverage ->
                        coverage.scope().equals(credential.provenance().scope()))
                .filter(Coverage::provesAbsence)
                .map(Coverage::at)
                .findFirst();
    }

    private static Map<String, Object> evidence(Usage usage, Disuse disuse, Duration max) {
        return Map.of(
                "idleMax", max.toString(),
                "unusedFrom", disuse.from().toString(),
                "unusedUntil", disuse.until().toString(),
                "record", record(usage));
    }

    private static String record(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> seen.quality().record();
            case Usage.NoneSeen none -> none.quality().record();
            case Usage.NotObserved none -> none.reason();
        };
    }

    private Closure end(Window window, Map<String, Object> evidence) throws InterruptedException {
        return windows.endUnused(window.id(), evidence) instanceof Outcome.Done<Closure>(Closure closure)
                ? closure
                : new Closure(window, false, null);
    }
}
