package dev.curfew.governance.attestation;

import dev.curfew.analysis.finding.noted.Attestations;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the ledger held of owners' word when it was read; how that stands is a matter of the time it is asked at.
///
/// @param asked oldest first
/// @param period null: nobody laid one down
public record AttestationNotes(
        List<AttestationBook.Asked> asked, @Nullable Duration period) {
    public AttestationNotes {
        asked = List.copyOf(asked);
    }

    public static AttestationNotes read(Transaction transaction, AttestationBook book) {
        return new AttestationNotes(
                book.all(transaction), book.period(transaction).orElse(null));
    }

    /// As findings take it.
    public Attestations at(Instant now) {
        Map<IdentityId, AttestationBook.Asked> newest = new LinkedHashMap<>();
        asked.forEach(each -> each.ask().items().forEach(item -> newest.put(item.identity(), each)));
        List<Attestations.Unanswered> unanswered = new ArrayList<>();
        Set<IdentityId> open = new HashSet<>();
        newest.forEach((identity, last) -> {
            if (last.isOverdue(now)) {
                unanswered.add(unanswered(identity, last.ask()));
            } else if (!last.isAnswered()) {
                open.add(identity);
            }
        });
        return new Attestations(said(), unanswered, open, period);
    }

    private static Attestations.Unanswered unanswered(IdentityId identity, Ask ask) {
        String owner = ask.items().stream()
                .filter(item -> item.identity().equals(identity))
                .map(Ask.Item::owner)
                .findFirst()
                .orElseThrow();
        return new Attestations.Unanswered(identity, owner, ask.id(), ask.due());
    }

    /// By when it was taken, not by when it was asked.
    private List<Attestation> said() {
        return asked.stream()
                .flatMap(each -> each.answers().stream())
                .sorted(Comparator.comparing(Attestation::at))
                .toList();
    }
}
