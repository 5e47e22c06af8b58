package dev.curfew.app.usecase.playbook;

import static dev.curfew.app.usecase.breakglass.SamplePath.ACCOUNT;
import static dev.curfew.app.usecase.breakglass.SamplePath.EVERY;
import static dev.curfew.app.usecase.breakglass.SamplePath.REVIEW;
import static dev.curfew.app.usecase.breakglass.SamplePath.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.finding.noted.Noted.Emergency;
import dev.curfew.analysis.finding.noted.Noted.Trouble;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.breakglass.SamplePath;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.testbed.memory.CrashException;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the ledger says of break-glass paths comes to the findings.
class WorkspaceNotesTest {
    private final SteppingClock clock = new SteppingClock(START);
    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryAuditLog auditLog = new MemoryAuditLog();
    private final Office office;
    private final OfficerKeys keys;

    WorkspaceNotesTest(@TempDir Path directory) {
        SecureRandom random = new SecureRandom();
        office = new Office(units, auditLog, new MemoryStore(), new Device("0".repeat(32), "desk-1"), clock, random);
        keys = new OfficerKeys(directory, new PlainPassphrases(), random, clock);
        for (String name : List.of("ada", "cy")) {
            new OfficerDesk(office, keys).add(name, name, Secret.of(name)).orThrow();
        }
        new PathBook(office).register(key("ada"), SamplePath.registered()).orThrow();
    }

    @Test
    void aPathThatWasNeverDrilled() {
        assertThat(found()).containsExactly(emergency(Trouble.NEVER_DRILLED, START, ""));
    }

    @Test
    void aDrillThatFailedAndOneThatIsOverdue() {
        drill(Verdict.FAILED);
        assertThat(found()).containsExactly(emergency(Trouble.DRILL_FAILED, START, ""));
        drill(Verdict.PASSED);
        assertThat(found()).isEmpty();
        clock.advance(EVERY);
        assertThat(found()).containsExactly(emergency(Trouble.DRILL_OVERDUE, START.plus(EVERY), ""));
    }

    @Test
    void aUseThatNobodyReviewedInTime() {
        drill(Verdict.PASSED);
        open();
        clock.advance(REVIEW);
        assertThat(found()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(found()).containsExactly(emergency(Trouble.REVIEW_OVERDUE, START.plus(REVIEW), "u-1"));
    }

    /// It was entered as open, and nothing after that: whoever reads the ledger next is told.
    @Test
    void aUseThatAMachineLeftOpenIsReadBackByTheNext() {
        drill(Verdict.PASSED);
        open();
        clock.advance(REVIEW.plusSeconds(1));
        assertThat(readBack()).containsExactly(emergency(Trouble.REVIEW_OVERDUE, START.plus(REVIEW), "u-1"));

        drill(Verdict.PASSED);
        assertThat(readBack()).as("a drill is no review").hasSize(1);
    }

    /// By another process, which has read nothing before.
    private List<Emergency> readBack() {
        Office next = new Office(units, auditLog, new MemoryStore(), office.device(), clock, office.random());
        return new WorkspaceNotes(new Books(units, auditLog, clock, false), () -> next, clock)
                .get()
                .emergencies();
    }

    /// The crash comes before the opening is entered, and after it, and before and after it is reviewed.
    @Test
    void whatACrashCutOffIsToldAsFarAsItWasEntered() {
        drill(Verdict.PASSED);
        units.crashBefore(1);
        assertThatThrownBy(this::open).isInstanceOf(CrashException.class);
        units.crashNoMore();
        clock.advance(REVIEW.plusSeconds(1));
        assertThat(readBack()).isEmpty();

        units.crashAfter(1);
        assertThatThrownBy(this::open).isInstanceOf(CrashException.class);
        units.crashNoMore();
        assertThat(readBack()).containsExactly(emergency(Trouble.REVIEW_OVERDUE, START.plus(REVIEW), "u-1"));

        units.crashBefore(1);
        assertThatThrownBy(this::review).isInstanceOf(CrashException.class);
        units.crashNoMore();
        assertThat(readBack()).hasSize(1);

        units.crashAfter(1);
        assertThatThrownBy(this::review).isInstanceOf(CrashException.class);
        units.crashNoMore();
        assertThat(readBack()).isEmpty();
    }

    /// Whoever lists the paths is told of it; the other findings are there all the same.
    @Test
    void aPathThatNobodySignedIsNoFinding() {
        units.run(transaction -> {
            auditLog.rewrite(
                    transaction, event -> event.type().equals(PathBook.REGISTERED) ? withoutSignature(event) : event);
            return transaction;
        });
        assertThat(found()).isEmpty();
    }

    /// Of its ledger nothing is confirmed.
    @Test
    void inAnExportNoneIsLookedFor() {
        assertThat(found(true)).isEmpty();
    }

    private List<Emergency> found() {
        return found(false);
    }

    private List<Emergency> found(boolean isReadOnly) {
        Books books = new Books(units, auditLog, clock, isReadOnly);
        return new WorkspaceNotes(books, () -> office, clock).get().emergencies();
    }

    private static Emergency emergency(Trouble trouble, Instant at, String use) {
        return new Emergency(trouble, "bao-emergency", ACCOUNT, at, use);
    }

    private void drill(Verdict verdict) {
        new PathBook(office)
                .drilled(key("ada"), SamplePath.drilled(START, verdict))
                .orThrow();
    }

    private void open() {
        UseBook book = new UseBook(office);
        book.opened(key("ada"), Optional.empty(), book.closingKey(), use()).orThrow();
    }

    private void review() {
        new UseBook(office).reviewed(key("cy"), use(), "as agreed").orThrow();
    }

    /// Unlocked anew each time: with the time that passes here a key locks itself.
    private OfficerKey key(String officer) {
        return keys.unlock(officer, Secret.of(officer));
    }

    private static PathUse use() {
        return SamplePath.opened(Optional.empty());
    }

    private static AuditEvent withoutSignature(AuditEvent event) {
        Map<String, Object> details = new HashMap<>(event.details());
        details.remove("signature");
        return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
    }
}
