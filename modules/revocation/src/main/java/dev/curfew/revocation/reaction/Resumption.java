package dev.curfew.revocation.reaction;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.playbook.PlaybookRuns;
import dev.curfew.revocation.undo.TakingBack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes on with runs of playbooks that were cut off, or whose target did not do what it was to do. The journal says how
/// far they came: what is done is not done again, and what an officer takes back is left to them.
final class Resumption {
    /// A target that said no, or nothing, is asked again so long, each time after a pause.
    private static final Duration AGAIN_FOR = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Office office;
    private final PlaybookRuns runs;
    private final PlanRecord plans;

    /// Runs a plan of a playbook.
    @FunctionalInterface
    interface Running {
        /// @param again whether it had been begun before
        void run(RevocationPlan plan, boolean again) throws InterruptedException;
    }

    Resumption(Office office) {
        this.office = office;
        runs = new PlaybookRuns(office.auditLog());
        plans = new PlanRecord(office);
    }

    void goOn(Running running) throws InterruptedException {
        for (RevocationPlan plan : office.unitOfWork().run(this::unfinished)) {
            running.run(plan, true);
        }
    }

    /// What somebody looked at is theirs to finish.
    private List<RevocationPlan> unfinished(Transaction transaction) {
        List<RevocationPlan> unfinished = new ArrayList<>();
        for (PlaybookRun run : runs.all(transaction)) {
            if (run.review().isEmpty()
                    && plans.find(transaction, run.plan()) instanceof Outcome.Done<RevocationPlan>(RevocationPlan plan)
                    && !TakingBack.isDecided(office.auditLog(), transaction, plan)
                    && plan.steps().stream().anyMatch(step -> isToDo(transaction, run, step))) {
                unfinished.add(plan);
            }
        }
        return unfinished;
    }

    private boolean isToDo(Transaction transaction, PlaybookRun run, PlannedStep step) {
        Optional<StepRecord> record = transaction.steps().find(run.plan() + "/" + step.ordinal());
        if (record.isEmpty()) {
            return true;
        }
        Instant now = office.clock().instant();
        return switch (record.get().state()) {
            case PLANNED, STARTED -> true;
            case ACTED, UNDONE, SUPERSEDED -> false;
            case REFUSED, UNCERTAIN ->
                now.isBefore(run.at().plus(AGAIN_FOR))
                        && !now.isBefore(record.get().at().plus(PAUSE));
        };
    }
}
