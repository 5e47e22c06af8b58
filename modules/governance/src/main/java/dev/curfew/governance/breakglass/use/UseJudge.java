package dev.curfew.governance.breakglass.use;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.judgement.ReadingAge;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.question.Access;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.policy.question.Verb;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the policies in force about a break-glass path that is opened in earnest. Nobody waits for their answer: in an
/// emergency it is what whoever reviews the use is told.
public final class UseJudge {
    /// As policies name what is opened; it is no policy of the source's.
    private static final String KIND = "break-glass";

    /// What an account holds is for its source to say, not for a reading that an emergency would wait for.
    private static final Circumstances.Added UNKNOWN =
            new Circumstances.Added(false, 0, 0, 0, Environments.UNKNOWN, false, true);

    private final Office office;
    private final PathBook paths;
    private final PolicyBook policies;

    public UseJudge(Office office, PathBook paths) {
        this.office = office;
        this.paths = paths;
        policies = new PolicyBook(office);
    }

    /// @param approver who signs for it too; empty where nobody is waited for
    /// @param atMost how long it is meant to be open
    /// @return what they say, or as `PolicyBook.current`
    public Outcome<Judgement> judge(
            BreakGlassPath path, String officer, Optional<String> approver, String reason, Duration atMost) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> policies.current(transaction).map(inForce -> {
                    Question question = new Question(
                            Requester.officer(officer),
                            Verb.ISSUE,
                            new Access(
                                    path.source().value() + ":" + path.account(),
                                    path.source().value(),
                                    KIND),
                            circumstances(transaction, snapshot, path, approver, reason, atMost));
                    return new Judgement(inForce.decide(question), inForce.hash(), question);
                }));
    }

    private Circumstances circumstances(
            Transaction transaction,
            Snapshot snapshot,
            BreakGlassPath path,
            Optional<String> approver,
            String reason,
            Duration atMost) {
        Instant now = office.clock().instant();
        ReadingAge age = ReadingAge.of(snapshot, path.source(), now);
        return new Circumstances(
                KIND,
                Environments.of(transaction, path.source()),
                reason,
                null,
                null,
                null,
                null,
                null,
                lastDrillDays(transaction, path, now),
                atMost.toSeconds(),
                0,
                0,
                age.seconds(),
                age.whole(),
                Circumstances.Time.of(now),
                UNKNOWN,
                // Whoever approves it does so on the machine that opens it.
                approver.map(name -> new Circumstances.Approval(Set.of(name), Set.of(), 1))
                        .orElse(Circumstances.Approval.NONE),
                null,
                null);
    }

    /// Since the last drill that passed: one that failed proves nothing. Absent where none did.
    private @Nullable Long lastDrillDays(Transaction transaction, BreakGlassPath path, Instant now) {
        return paths.drills(transaction, path.name()).all().reversed().stream()
                .filter(DrillReport::passed)
                .findFirst()
                .map(drill -> Math.max(0, Duration.between(drill.endedAt(), now).toDays()))
                .orElse(null);
    }
}
