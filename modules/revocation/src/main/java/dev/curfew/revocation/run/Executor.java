package dev.curfew.revocation.run;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.revocation.journal.EndedSince;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.plan.Phase;
import dev.curfew.revocation.trial.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs approved plans. Run again, it goes on where the last run stopped: what is done is not done again, what was cut
/// off is, and what is not proved is tried again. What another plan did since the plan was made is not done again.
public final class Executor {
    private final Bench bench;
    private final Office office;
    private final Warrant warrant;

    public Executor(Bench bench) {
        this.bench = bench;
        office = bench.office();
        warrant = new Warrant(bench);
    }

    /// Cancel by interrupting the thread: it stops between two steps, or while it waits for a refusal, and says so in
    /// the report; the interrupt is used up by that.
    ///
    /// @param receipt of the plan's approval; the ledger is asked for it again before the first step
    /// @param values what to try credentials with; neither kept nor closed here
    /// @return the report, or AT_WORK, ACTING_OFF, or as `Warrant.check`: then nothing was done
    public Outcome<RunReport> run(
            RevocationPlan plan, Receipt receipt, Map<CredentialId, Secret> values, Progress progress) {
        return run(plan, receipt, values, progress, Board.SILENT);
    }

    /// As [#run(RevocationPlan, Receipt, Map, Progress)], seen on a board.
    public Outcome<RunReport> run(
            RevocationPlan plan, Receipt receipt, Map<CredentialId, Secret> values, Progress progress, Board board) {
        return run(plan, receipt, values, progress, board, Seen.nothing());
    }

    /// As above, while what ends is still being looked at.
    public Outcome<RunReport> run(
            RevocationPlan plan,
            Receipt receipt,
            Map<CredentialId, Secret> values,
            Progress progress,
            Board board,
            Seen seen) {
        return bench.atWork().alone(plan.id(), () -> runAlone(plan, receipt, values, progress, board, seen));
    }

    private Outcome<RunReport> runAlone(
            RevocationPlan plan,
            Receipt receipt,
            Map<CredentialId, Secret> values,
            Progress progress,
            Board board,
            Seen seen) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> warrant.check(transaction, snapshot, plan, receipt))
                .then(_ -> bench.revokers(plan.steps()))
                .map(revokers -> {
                    Journal journal = new Journal(office, plan, receipt.officer());
                    List<EndedStep> ended = office.unitOfWork()
                            .run(transaction -> new EndedSince(bench.catalogue(), transaction).of(plan));
                    journal.superseded(ended);
                    StepRunner runner = new StepRunner(bench, plan, journal, values, ended);
                    return Phase.of(plan)
                            .map(phases -> new Rollout(plan, phases, journal, runner, revokers, board, seen).run())
                            .orElseGet(() -> execute(plan, runner, progress, revokers, board));
                });
    }

    private RunReport execute(
            RevocationPlan plan, StepRunner runner, Progress progress, Map<SourceName, Revoker> revokers, Board board) {
        List<StepReport> reports = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            progress.at(step.credential().text(), reports.size(), plan.steps().size());
            try {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Revoker revoker =
                        Objects.requireNonNull(revokers.get(step.credential().source()));
                StepReport report = runner.run(step, revoker);
                reports.add(report);
                board.acted(step, report.record());
                report.proof().ifPresent(proof -> board.proven(step, proof));
            } catch (InterruptedException e) {
                // Cancelled: the journal says how far it came, and the report says that it was.
                return new RunReport(plan.id(), reports, true);
            }
        }
        return new RunReport(plan.id(), reports, false);
    }
}
