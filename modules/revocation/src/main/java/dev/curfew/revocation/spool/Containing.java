package dev.curfew.revocation.spool;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.approval.PlanJudge;
import dev.curfew.revocation.journal.StepEntries;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.plan.RevocationOrder;
import dev.curfew.revocation.plan.SignedPlan;
import dev.curfew.revocation.trial.Bench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Does what can be undone of a plan that one officer signed, while the ledger cannot be written. Everything that it
/// takes is read first; each act is in the spool, signed and on the disk, before it is done. What cannot be undone is
/// left: without the ledger nothing is done for good.
public final class Containing {
    private final Bench bench;
    private final Office office;
    private final Planner planner;
    private final PlanJudge judge;

    public Containing(Bench bench, Planner planner) {
        this.bench = bench;
        this.planner = planner;
        office = bench.office();
        judge = new PlanJudge(office, bench.catalogue());
    }

    /// Makes and signs a plan, and reads what it takes to run it. Writes nothing.
    ///
    /// @return it, or SIGNATURES_MISSING where one is not enough, POLICY_REFUSES, ACTING_OFF, or as `Planner.unkept`
    public Outcome<Readied> ready(OfficerKey officer, RevocationOrder order) throws InterruptedException {
        Snapshot snapshot = office.store().current();
        return planner.unkept(officer, order)
                .then(signed -> office.unitOfWork()
                        .run(transaction -> judge.alone(transaction, snapshot, signed.plan(), officer.officer()))
                        .then(_ -> bench.revokers(signed.plan().steps()))
                        .map(revokers -> new Readied(signed, approval(officer, signed.plan(), snapshot), revokers)));
    }

    private SignedText approval(OfficerKey officer, RevocationPlan plan, Snapshot snapshot) {
        String text = Statement.by(
                        officer,
                        Subject.of(plan),
                        Decision.APPROVE,
                        Checked.on(snapshot, Recheck.SAME, Sha256.ofJson(plan.preview())),
                        office.device(),
                        office.nonce(),
                        office.clock().instant(),
                        "")
                .text();
        return new SignedText(text, officer.sign(text));
    }

    /// Cancel by interrupting the thread: it stops between two steps, and says so; the interrupt is used up by that.
    ///
    /// @param folders where the spool may be, the best first
    /// @param why the ledger cannot be written, in words without secrets
    /// @return what was done, or SPOOL_UNWRITABLE: then nothing more was
    public Outcome<Contained> run(
            Readied readied, OfficerKey officer, List<Path> folders, String why, Progress progress) {
        RevocationPlan plan = readied.plan().plan();
        Map<String, Object> opening = opening(readied, officer, why);
        try (SpoolFile spool = SpoolFile.create(folders, plan.id(), officer, office, opening)) {
            return Outcome.done(new Acting(readied, spool, progress).run());
        } catch (IOException | UncheckedIOException e) {
            return Outcome.refused(
                    Refusal.SPOOL_UNWRITABLE, plan.id(), e.getClass().getSimpleName());
        }
    }

    private static Map<String, Object> opening(Readied readied, OfficerKey officer, String why) {
        SignedPlan signed = readied.plan();
        Map<String, Object> body = new HashMap<>();
        body.put("plan", signed.plan().toJson());
        body.put("planSignature", signed.signature());
        body.put("device", signed.device().id());
        body.put("host", signed.device().host());
        body.put("officer", officer.officer());
        body.put("publicKey", officer.publicKey());
        body.put("statement", readied.approval().text());
        body.put("signature", readied.approval().signature());
        body.put("why", why);
        return body;
    }

    /// One run, step after step.
    private final class Acting {
        private final Readied readied;
        private final RevocationPlan plan;
        private final SpoolFile spool;
        private final Progress progress;
        private final Map<Integer, StepRecord> records = new LinkedHashMap<>();
        private final List<PlannedStep> left = new ArrayList<>();

        Acting(Readied readied, SpoolFile spool, Progress progress) {
            this.readied = readied;
            this.spool = spool;
            this.progress = progress;
            plan = readied.plan().plan();
        }

        Contained run() {
            boolean cancelled = false;
            try {
                for (PlannedStep step : plan.steps()) {
                    progress.at(
                            step.credential().text(),
                            records.size(),
                            plan.steps().size());
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    step(step);
                }
                spool.append(SpoolLine.What.CLOSED, Map.of());
            } catch (InterruptedException _) {
                // The spool says how far it came, and the answer that it was stopped.
                cancelled = true;
            }
            return new Contained(plan, spool.path(), List.copyOf(records.values()), left, cancelled);
        }

        private void step(PlannedStep step) throws InterruptedException {
            if (!bench.catalogue().undoes(step.credentialKind(), step.action().code())) {
                spool.append(SpoolLine.What.LEFT, Map.of("step", step.ordinal()));
                left.add(step);
                return;
            }
            SpoolLine started = spool.append(SpoolLine.What.STARTED, Map.of("step", step.ordinal()));
            // Stopped within the act, nobody knows whether it was done.
            record(step, StepState.STARTED, started.at(), "");
            Revoker revoker = Objects.requireNonNull(
                    readied.revokers().get(step.credential().source()));
            ActionOutcome outcome = bench.act(revoker, step.action(), step.credential());
            StepState state = StepEntries.state(outcome);
            spool.append(
                    SpoolLine.What.ACTED,
                    Map.of("step", step.ordinal(), "outcome", state.name(), "detail", outcome.detail()));
            record(step, state, outcome.at(), outcome.detail());
        }

        private void record(PlannedStep step, StepState state, Instant at, String detail) {
            records.put(step.ordinal(), new StepRecord(plan.id(), step.ordinal(), state, at, detail));
        }
    }
}
