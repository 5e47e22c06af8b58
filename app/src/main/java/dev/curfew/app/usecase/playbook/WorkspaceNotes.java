package dev.curfew.app.usecase.playbook;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.signal.Standing;
import dev.curfew.app.usecase.Books;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.revocation.leak.Tellings;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.playbook.PlaybookRuns;
import dev.curfew.revocation.run.Lookout;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the workspace was told and has seen itself, as findings take it.
public final class WorkspaceNotes implements Supplier<Noted> {
    private final Books books;
    private final AuditLog auditLog;
    private final InstantSource clock;
    private final Function<Transaction, List<Standing>> signals;
    private final Tellings tellings;
    private final PlaybookRuns runs;
    private volatile @Nullable Read read;

    /// @param length of the ledger then; none of these changes without an entry there
    private record Read(
            long length,
            List<Noted.Leak> leaks,
            List<Noted.Departure> departures,
            List<Noted.Revival> revivals,
            List<PlaybookRun> runs,
            List<Standing> signals) {}

    /// @param signals those that stand
    public WorkspaceNotes(
            Books books, AuditLog auditLog, Function<Transaction, List<Standing>> signals, InstantSource clock) {
        this.signals = signals;
        this.books = books;
        this.auditLog = auditLog;
        this.clock = clock;
        tellings = new Tellings(auditLog);
        runs = new PlaybookRuns(auditLog);
    }

    /// Findings are asked for while somebody types, so that the ledger is read again only when it has grown.
    @Override
    public Noted get() {
        return books.read(transaction -> {
            long length = auditLog.checkpoint(transaction).map(Checkpoint::size).orElse(0L);
            Read before = read;
            Read now = before != null && before.length() == length ? before : read(transaction, length);
            read = now;
            return new Noted(now.leaks(), now.departures(), now.revivals(), overdue(now.runs()), now.signals());
        });
    }

    private Read read(Transaction transaction, long length) {
        return new Read(
                length,
                tellings.leaks(transaction),
                tellings.departures(transaction),
                revivals(transaction),
                runs.all(transaction),
                signals.apply(transaction));
    }

    private List<Noted.Revival> revivals(Transaction transaction) {
        return Lookout.standing(transaction, auditLog).stream()
                .map(revived -> new Noted.Revival(revived.credential(), revived.planId(), revived.goneAt()))
                .toList();
    }

    private List<Noted.Overdue> overdue(List<PlaybookRun> all) {
        Instant now = clock.instant();
        return all.stream()
                .filter(run -> run.isOverdue(now))
                .map(run -> new Noted.Overdue(run.plan(), run.playbook(), first(run), run.reviewBy()))
                .toList();
    }

    private static CredentialId first(PlaybookRun run) {
        String id = run.credentials().getFirst();
        int colon = id.indexOf(':');
        return new CredentialId(new SourceName(id.substring(0, colon)), id.substring(colon + 1));
    }
}
