package dev.curfew.app.usecase.playbook;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.finding.noted.Recorded;
import dev.curfew.analysis.signal.Standing;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.breakglass.EmergencyNotes;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.attestation.AttestationNotes;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.issue.OpenedWindows;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.signal.SignalBook;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.revocation.leak.Tellings;
import dev.curfew.revocation.narrowing.AppliedNarrowings;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.playbook.PlaybookRuns;
import dev.curfew.revocation.run.Lookout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the workspace was told and has seen itself, as findings take it.
public final class WorkspaceNotes implements Supplier<Noted> {
    private final Books books;
    private final Supplier<Office> office;
    private final InstantSource clock;
    private volatile @Nullable Read read;

    /// @param length of the ledger then; none of these changes without an entry there
    private record Read(
            long length,
            List<Noted.Leak> leaks,
            List<Noted.Departure> departures,
            List<Noted.Revival> revivals,
            List<PlaybookRun> runs,
            List<EmergencyNotes.Kept> emergencies,
            AttestationNotes attestations,
            Recorded recorded,
            List<Standing> signals) {}

    public WorkspaceNotes(Books books, Supplier<Office> office, InstantSource clock) {
        this.books = books;
        this.office = office;
        this.clock = clock;
    }

    /// Findings are asked for while somebody types, so that the ledger is read again only when it has grown.
    @Override
    public Noted get() {
        AuditLog auditLog = office.get().auditLog();
        return books.read(transaction -> {
            long length = auditLog.checkpoint(transaction).map(Checkpoint::size).orElse(0L);
            Read before = read;
            Read now = before != null && before.length() == length ? before : read(transaction, length);
            read = now;
            return noted(now, clock.instant());
        });
    }

    private Read read(Transaction transaction, long length) {
        AuditLog auditLog = office.get().auditLog();
        Tellings tellings = new Tellings(auditLog);
        return new Read(
                length,
                tellings.leaks(transaction),
                tellings.departures(transaction),
                revivals(transaction, auditLog),
                new PlaybookRuns(auditLog).all(transaction),
                emergencies(transaction),
                AttestationNotes.read(transaction, new AttestationBook(office.get())),
                new Recorded(
                        new OpenedWindows(auditLog).all(transaction),
                        new AppliedNarrowings(office.get()).all(transaction)),
                new SignalBook(office.get()).standing(transaction));
    }

    /// Not asked in an export, of whose ledger nothing is confirmed.
    private List<EmergencyNotes.Kept> emergencies(Transaction transaction) {
        return books.isReadOnly()
                ? List.of()
                : new EmergencyNotes(new PathBook(office.get()), new UseBook(office.get())).read(transaction);
    }

    private static Noted noted(Read read, Instant now) {
        return Noted.NOTHING
                .withLeaks(read.leaks())
                .withDepartures(read.departures())
                .withRevivals(read.revivals())
                .withOverdue(overdue(read.runs(), now))
                .withEmergencies(EmergencyNotes.of(read.emergencies(), now))
                .withAttestations(read.attestations().at(now))
                .withRecorded(read.recorded())
                .withSignals(read.signals());
    }

    private static List<Noted.Revival> revivals(Transaction transaction, AuditLog auditLog) {
        return Lookout.standing(transaction, auditLog).stream()
                .map(revived -> new Noted.Revival(revived.credential(), revived.planId(), revived.goneAt()))
                .toList();
    }

    private static List<Noted.Overdue> overdue(List<PlaybookRun> all, Instant now) {
        return all.stream()
                .filter(run -> run.isOverdue(now))
                .flatMap(run ->
                        first(run)
                                .map(id -> new Noted.Overdue(run.plan(), run.playbook(), id, run.reviewBy()))
                                .stream())
                .toList();
    }

    private static Optional<CredentialId> first(PlaybookRun run) {
        return run.credentials().stream()
                .filter(id -> id.indexOf(':') > 0)
                .findFirst()
                .map(CredentialId::read);
    }
}
