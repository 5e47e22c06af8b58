package dev.curfew.app.usecase.attestation;

import dev.curfew.analysis.finding.noted.AttestationRules;
import dev.curfew.analysis.finding.noted.AttestationRules.Overdue;
import dev.curfew.analysis.finding.noted.Attestations;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.attestation.Period.Due;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.attestation.AttestationNotes;
import dev.curfew.governance.notice.Happenings;
import dev.curfew.governance.notice.Owed;
import dev.curfew.governance.notice.Owed.What;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reminds of owners' word that is overdue: once for a question, once in a period. To an owner goes what goes to an
/// address that an officer vouched for, with a key or by a list of people; a tag alone has nobody written to.
public final class Reminders {
    private final Books books;
    private final Estate estate;
    private final AttestationBook book;
    private final VouchedAddresses addresses;
    private final InstantSource clock;

    public Reminders(
            Books books, Estate estate, AttestationBook book, VouchedAddresses addresses, InstantSource clock) {
        this.books = books;
        this.estate = estate;
        this.book = book;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// What an owner owes: all by one question, or by the period.
    private record Debt(String owner, String ask) {}

    /// @param ownersReached since when something goes to owners; null: nothing does
    public List<Notice> look(Happenings happenings, @Nullable Instant ownersReached) {
        Instant now = clock.instant();
        Attestations standing = books.read(transaction -> AttestationNotes.read(transaction, book))
                .at(now);
        Duration every = standing.every();
        if (standing.unanswered().isEmpty() && every == null) {
            return List.of();
        }
        Snapshot snapshot = estate.current().snapshot();
        Map<Debt, Due> debts = debts(snapshot, new AttestationRules(standing, now));
        Map<String, String> reached =
                ownersReached == null ? Map.of() : addresses.of(snapshot, owners(debts.keySet()), now);
        Instant since = ownersReached == null ? now : ownersReached;
        List<Owed> owed = new ArrayList<>();
        Map<String, Due> byPeriod = new TreeMap<>();
        debts.forEach((debt, due) -> {
            if (debt.ask().isEmpty()) {
                byPeriod.put(debt.owner(), due);
            } else {
                owed.add(asked(debt, due, since, reached.getOrDefault(debt.owner(), "")));
            }
        });
        if (every != null) {
            owed.addAll(new Period(every, now, happenings.turn(), since).owed(byPeriod, reached));
        }
        return owed.stream()
                .flatMap(one -> happenings.overdue(one, now).stream())
                .toList();
    }

    private static Map<Debt, Due> debts(Snapshot snapshot, AttestationRules rules) {
        Map<Debt, Due> debts = new HashMap<>();
        snapshot.identities().forEach(identity -> {
            Optional<Overdue> overdue = rules.overdue(identity);
            overdue.ifPresent(one -> debts.merge(new Debt(one.owner(), one.ask()), new Due(1, one.since()), Due::and));
        });
        return debts;
    }

    private static Owed asked(Debt debt, Due due, Instant reached, String address) {
        Instant at = !address.isEmpty() && reached.isAfter(due.since()) ? reached : due.since();
        return new Owed(What.ASKED, debt.ask(), debt.owner(), debt.owner(), due.count(), at, address);
    }

    private static List<String> owners(Collection<Debt> debts) {
        return debts.stream().map(Debt::owner).distinct().toList();
    }
}
