package dev.curfew.app.usecase.velocity;

import dev.curfew.app.usecase.ledger.LedgerDesk;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What people decided and what was revoked, by day, as the ledger has it.
final class Deeds {
    private static final int PAGE = 1_000;
    private static final Set<String> REVIEWS = Set.of(
            "request.approved",
            "request.denied",
            "plan.approved",
            "plan.denied",
            "playbook-run.approved",
            "playbook-run.denied",
            "attestation.answered");
    private static final String ACTED = "step.acted";

    private final Map<LocalDate, Integer> reviewed = new HashMap<>();
    private final Map<LocalDate, Set<String>> revoked = new HashMap<>();

    private Deeds() {}

    /// Reads the log from its end back to that moment.
    static Deeds since(LedgerDesk ledger, Instant from) {
        Deeds deeds = new Deeds();
        long end = ledger.size();
        while (end > 0) {
            long start = Math.max(0, end - PAGE);
            List<LedgerEntry> page = ledger.entries(start, (int) (end - start));
            List<AuditEvent> recent = page.stream()
                    .map(LedgerEntry::event)
                    .filter(event -> !event.at().isBefore(from))
                    .toList();
            recent.forEach(deeds::count);
            // What was signed elsewhere bears an earlier time than what was entered before it.
            end = recent.isEmpty() ? 0 : start;
        }
        return deeds;
    }

    private void count(AuditEvent event) {
        LocalDate day = event.at().atZone(ZoneOffset.UTC).toLocalDate();
        if (REVIEWS.contains(event.type())) {
            reviewed.merge(day, 1, Integer::sum);
        } else if (event.type().equals(ACTED) && "ACTED".equals(event.details().get("outcome"))) {
            revoked.computeIfAbsent(day, _ -> new HashSet<>())
                    .add(Objects.toString(event.details().get("credential")));
        }
    }

    int reviewed(LocalDate day) {
        return reviewed.getOrDefault(day, 0);
    }

    int revoked(LocalDate day) {
        return revoked.getOrDefault(day, Set.of()).size();
    }
}
