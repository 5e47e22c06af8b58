package dev.curfew.app.wiring;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.Evidence;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts;
import dev.curfew.app.usecase.breakglass.status.Statuses;
import dev.curfew.app.usecase.counter.Clerk;
import dev.curfew.app.usecase.counter.Counter;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.exception.ApprovalFiles;
import dev.curfew.app.usecase.exception.BulkDecisions;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.app.usecase.exception.OpenWindows;
import dev.curfew.app.usecase.exception.RequestDrafts;
import dev.curfew.app.usecase.exchange.Exchange;
import dev.curfew.app.usecase.expiring.ExpiringQuery;
import dev.curfew.app.usecase.inventory.InventoryQuery;
import dev.curfew.app.usecase.inventory.LifecycleQuery;
import dev.curfew.app.usecase.ledger.LedgerDesk;
import dev.curfew.app.usecase.ledger.WitnessDesk;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.notice.Rounds;
import dev.curfew.app.usecase.officer.Delegations;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.officer.Rosters;
import dev.curfew.app.usecase.officer.SignIns;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.app.usecase.policy.PolicyRules;
import dev.curfew.app.usecase.reach.ReachQuery;
import dev.curfew.app.usecase.revocation.Containments;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.app.usecase.revocation.leak.Leaks;
import dev.curfew.app.usecase.rotation.Rotations;
import dev.curfew.app.usecase.run.Runs;
import dev.curfew.app.usecase.signal.Signals;
import dev.curfew.app.usecase.source.Connections;
import dev.curfew.app.usecase.source.Sources;
import dev.curfew.app.usecase.timebox.TimeBoxes;
import dev.curfew.app.usecase.timeline.Timelines;
import dev.curfew.app.usecase.velocity.VelocityQuery;
import dev.curfew.app.usecase.workload.WorkloadTrusts;
import dev.curfew.app.usecase.workload.Workloads;
import dev.curfew.app.wiring.kept.KeptGraphs;
import dev.curfew.app.wiring.ledger.LedgerIdentity;
import dev.curfew.app.wiring.log.LogFile;
import dev.curfew.connector.Connectors;
import dev.curfew.governance.issue.ClocksSeen;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.notice.Messenger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// One opened workspace and everything that can be done in it.
final class OpenDesk implements Desk {
    private final Foundation base;
    private final LogFile log;
    private final Parts parts;
    private final InventoryQuery inventory;
    private final LifecycleQuery lifecycles;
    private final ReachQuery reach;
    private final ExpiringQuery expiring;
    private final Lazy<OwnerAttestations> attestations;
    private final Lazy<Playbooks> playbooks;
    private final VelocityQuery velocity;
    private final LedgerDesk ledger;
    private final WitnessDesk witnesses;

    OpenDesk(Foundation base, LogFile log, Surroundings surroundings, Touches touches, ClocksSeen clocks) {
        this.base = base;
        this.log = log;
        parts = new Parts(base, surroundings, touches, clocks);
        reach = new ReachQuery(base.estate(), new KeptGraphs(base.workspace()));
        inventory = new InventoryQuery(base.estate(), reach::access, parts.notes(), surroundings.clock());
        lifecycles = new LifecycleQuery(base.estate(), base.books(), surroundings.clock());
        expiring = new ExpiringQuery(base.estate(), base.units(), surroundings.clock());
        attestations = new Lazy<>(() -> parts.attestations(reach::of));
        playbooks = new Lazy<>(() -> parts.playbooks(reach::access));
        ledger = new LedgerDesk(base.books(), base.auditLog(), base.logKey(), base.keeper());
        velocity = new VelocityQuery(base.workspace().store(), base.estate(), ledger, surroundings.clock());
        witnesses = new WitnessDesk(
                base.books(),
                base.auditLog(),
                () -> LedgerIdentity.of(
                        base.workspace().secrets(), base.workspace().id()),
                surroundings.clock());
    }

    @Override
    public Path workspace() {
        return base.workspace().directory();
    }

    @Override
    public boolean readOnly() {
        return base.workspace().readOnly();
    }

    @Override
    public SourceKinds kinds() {
        return Connectors.kinds();
    }

    @Override
    public Estate estate() {
        return base.estate();
    }

    @Override
    public Sources sources() {
        return parts.sources().get();
    }

    @Override
    public Connections connections() {
        return parts.connections().get();
    }

    @Override
    public InventoryQuery inventory() {
        return inventory;
    }

    @Override
    public LifecycleQuery lifecycles() {
        return lifecycles;
    }

    @Override
    public ReachQuery reach() {
        return reach;
    }

    @Override
    public ExpiringQuery expiring() {
        return expiring;
    }

    @Override
    public VelocityQuery velocity() {
        return velocity;
    }

    @Override
    public OwnerAttestations attestations() {
        return attestations.get();
    }

    @Override
    public Officers officers() {
        return parts.officers().get();
    }

    @Override
    public Rosters rosters() {
        return parts.rosters().get();
    }

    @Override
    public Delegations delegations() {
        return parts.delegations().get();
    }

    @Override
    public RosterFiles rosterFiles() {
        return parts.rosterFiles().get();
    }

    @Override
    public SignIns signIns() {
        return parts.signIns().get();
    }

    @Override
    public PolicyRules policies() {
        return parts.policies().get();
    }

    @Override
    public ApprovalFiles approvalFiles() {
        return parts.approvalFiles().get();
    }

    @Override
    public Exceptions exceptions() {
        return parts.exceptions().get();
    }

    @Override
    public BulkDecisions bulkDecisions() {
        return parts.bulkDecisions().get();
    }

    @Override
    public RequestDrafts drafts() {
        return parts.drafts().get();
    }

    @Override
    public WorkloadTrusts workloadTrusts() {
        return parts.workloadTrusts().get();
    }

    @Override
    public Workloads workloads() {
        return parts.workloads().get();
    }

    @Override
    public Optional<Counter> openCounter(Consumer<Slip> done) {
        return Counter.open(workspace(), base.workspace().sharedKey(), Clerk.at(this), done);
    }

    @Override
    public OpenWindows windows() {
        return parts.windows().get();
    }

    @Override
    public Runs runs() {
        return parts.runs().get();
    }

    @Override
    public Leaks leaks() {
        return parts.leaks().get();
    }

    @Override
    public Notices notices() {
        return parts.notices().get();
    }

    @Override
    public Messenger messenger() {
        return parts.messenger();
    }

    @Override
    public Rounds bringNotices(Consumer<Optional<RuntimeException>> trouble) {
        return new Rounds(parts.courier(), notices(), trouble);
    }

    @Override
    public Timelines timelines() {
        return parts.timelines().get();
    }

    @Override
    public Containments containments() {
        return parts.containments().get();
    }

    @Override
    public PlanFiles planFiles() {
        return parts.planFiles().get();
    }

    @Override
    public Revocations revocations() {
        return parts.revocations().get();
    }

    @Override
    public Signals signals() {
        return parts.signals().get();
    }

    @Override
    public Playbooks playbooks() {
        return playbooks.get();
    }

    @Override
    public Rotations rotations() {
        return parts.rotations().get();
    }

    @Override
    public Narrowings narrowings() {
        return parts.narrowings().get();
    }

    @Override
    public TimeBoxes timeBoxes() {
        return parts.timeBoxes().get();
    }

    @Override
    public BreakGlasses breakGlasses() {
        return parts.breakGlasses().get();
    }

    @Override
    public EmergencyUses emergencyUses() {
        return parts.emergencyUses().get();
    }

    @Override
    public CheckOuts checkOuts() {
        return parts.checkOuts();
    }

    @Override
    public Statuses emergencyStatuses() {
        return parts.statuses().get();
    }

    @Override
    public Evidence drillEvidence() {
        return new Evidence(base.workspace().directory().resolve("drills"));
    }

    @Override
    public LedgerDesk ledger() {
        return ledger;
    }

    @Override
    public WitnessDesk witnesses() {
        return witnesses;
    }

    @Override
    public Exchange exchange() {
        return parts.exchange().get();
    }

    @Override
    public void close() {
        try (log) {
            parts.close();
            base.workspace().close();
        }
    }
}
