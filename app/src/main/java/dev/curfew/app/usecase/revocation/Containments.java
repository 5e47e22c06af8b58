package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.StepReport;
import dev.curfew.revocation.spool.Contained;
import dev.curfew.revocation.spool.Containing;
import dev.curfew.revocation.spool.Readied;
import dev.curfew.revocation.spool.Spooled;
import dev.curfew.snapshot.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Switches off what can be switched on again, also while the ledger cannot be written; and enters afterwards what was
/// done then.
public final class Containments {
    private final Office office;
    private final Officers officers;
    private final Planner planner;
    private final Containing containing;
    private final Executor executor;
    private final Spools spools;
    private final Revocations revocations;

    public Containments(
            Office office,
            Officers officers,
            Planner planner,
            Containing containing,
            Executor executor,
            Spools spools,
            Revocations revocations) {
        this.office = office;
        this.officers = officers;
        this.planner = planner;
        this.containing = containing;
        this.executor = executor;
        this.spools = spools;
        this.revocations = revocations;
    }

    /// What came of it.
    ///
    /// @param left ids of credentials that were left, because what would end them cannot be undone
    /// @param spool where it is written down; empty where the ledger has it
    /// @param why the ledger has it not; empty where it has
    public record Report(
            RevocationPlan plan,
            List<StepRecord> records,
            List<String> left,
            Optional<Path> spool,
            String why,
            boolean cancelled) {
        public Report {
            records = List.copyOf(records);
            left = List.copyOf(left);
        }
    }

    /// Plans, signs and runs in one. The ledger is tried first; where it cannot be written, what can be undone is done
    /// all the same, and written down beside it.
    ///
    /// @param folder where to write it down; empty for the usual places
    /// @throws Refused if one signature is not enough, a source may not be acted on, or it can be written down nowhere
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Report contain(OfficerLogin login, KillOrder order, Optional<Path> folder, Progress progress)
            throws InterruptedException {
        try (OfficerKey key = officers.unlock(login)) {
            Readied readied = Outcomes.require(containing.ready(key, order));
            try {
                return entered(readied, progress);
            } catch (StoreException | LedgerException e) {
                String why = String.valueOf(e.getMessage());
                List<Path> folders = folder.map(List::of).orElse(spools.folders());
                Contained contained = Outcomes.require(containing.run(readied, key, folders, why, progress));
                return new Report(
                        contained.plan(),
                        contained.records(),
                        contained.left().stream()
                                .map(step -> step.credential().text())
                                .distinct()
                                .toList(),
                        Optional.of(contained.spool()),
                        why,
                        contained.cancelled());
            }
        }
    }

    private Report entered(Readied readied, Progress progress) {
        Receipt receipt = Outcomes.require(office.unitOfWork().run(transaction -> {
            RevocationPlan plan = planner.keep(transaction, readied.plan());
            return new Decisions(office).admit(transaction, Subject.of(plan), readied.approval(), Map.of());
        }));
        RevocationPlan plan = readied.plan().plan();
        RunReport report = Outcomes.require(executor.run(plan, receipt, Map.of(), progress));
        return new Report(
                plan,
                report.steps().stream().map(StepReport::record).toList(),
                List.of(),
                Optional.empty(),
                "",
                report.cancelled());
    }

    /// What was done while the ledger could not be written, and is not entered yet.
    public Spools.Open open() {
        return spools.open();
    }

    /// Enters all of it by the officer's signature.
    ///
    /// @return the plans, each once
    /// @throws Refused if there is nothing to enter, or one is not what its officer signed: those before it are entered
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public List<RevocationCase> ratify(OfficerLogin login) {
        Spools.Open open = spools.open();
        if (open.spools().isEmpty()) {
            throw new Refused(
                    open.doubts().isEmpty()
                            ? Messages.of(Containments.class).text("nothing-to-ratify")
                            : String.join("\n", open.doubts()));
        }
        List<RevocationCase> entered = new ArrayList<>();
        try (OfficerKey key = officers.unlock(login)) {
            for (Spooled one : open.spools()) {
                entered.add(revocations.find(
                        Outcomes.require(spools.ratify(one, key)).id()));
            }
        }
        return entered;
    }
}
