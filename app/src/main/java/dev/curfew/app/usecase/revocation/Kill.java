package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.run.Beforehand;
import dev.curfew.revocation.run.Board;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.Seen;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// An emergency's plan as it was shown, with the key of who runs it: between the one and the other no second is lost.
public final class Kill implements AutoCloseable {
    /// A refusal proves nothing of what was never seen to work, and a source that hangs must not hold up the others.
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);

    private final PlanReview shown;
    private final OfficerKey key;
    private final Works works;

    /// What a plan is approved, looked at and run with.
    ///
    /// @param after finds a plan with everything that is kept of its run, by its id
    record Works(PlanDesk desk, Beforehand beforehand, Executor executor, Function<String, RevocationCase> after) {}

    /// @param key closed with this
    Kill(PlanReview shown, OfficerKey key, Works works) {
        this.shown = shown;
        this.key = key;
        this.works = works;
    }

    public RevocationPlan plan() {
        return shown.plan();
    }

    /// Cuts off what was planned, at all sources at once. What is to be seen of it beforehand is looked at while it is
    /// approved, and the acts at a source wait for what is seen there, [#SEEN_WITHIN] at most.
    ///
    /// @param values what to probe with, by credential; in memory for this run only; neither kept nor closed here
    /// @throws Refused if the plan was denied or changed since it was shown, more officers have to sign it, or a source
    ///     may not be acted on
    public KillReport run(Map<CredentialId, Secret> values, Progress progress, Board board)
            throws InterruptedException {
        Seen seen = new Seen(plan(), SEEN_WITHIN);
        FutureTask<Boolean> seeing = new FutureTask<>(() -> {
            works.beforehand().see(plan(), values, seen);
            return true;
        });
        Thread seer = Thread.ofVirtual().name("beforehand").start(seeing);
        try {
            Receipt receipt = Outcomes.require(works.desk().approve(shown, key));
            RunReport report = Outcomes.require(works.executor().run(plan(), receipt, values, progress, board, seen));
            end(seeing, seer);
            return new KillReport(works.after().apply(plan().id()), report);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            seeing.cancel(true);
        }
    }

    /// All is proved that is to be: what a source that hangs would still list tells nothing more.
    private static void end(FutureTask<Boolean> seeing, Thread seer) throws InterruptedException, ExecutionException {
        if (seeing.cancel(true)) {
            seer.join();
        } else {
            seeing.get();
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
