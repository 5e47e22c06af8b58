package dev.curfew.app.usecase;

import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.Evidence;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts;
import dev.curfew.app.usecase.breakglass.status.Statuses;
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
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.notice.Messenger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that can be done in one opened workspace. Each part is made when it is first asked for.
///
/// All of it may be called from any thread but the one that draws: the calls read disks and networks.
public interface Desk extends AutoCloseable {
    Path workspace();

    /// Whether this workspace came out of another one's export: nothing can be changed or acted on from it.
    boolean readOnly();

    /// The kinds of source there are. At once, also on the thread that draws.
    SourceKinds kinds();

    Estate estate();

    Sources sources();

    Connections connections();

    InventoryQuery inventory();

    LifecycleQuery lifecycles();

    ReachQuery reach();

    ExpiringQuery expiring();

    VelocityQuery velocity();

    OwnerAttestations attestations();

    Officers officers();

    Rosters rosters();

    RosterFiles rosterFiles();

    Delegations delegations();

    SignIns signIns();

    PolicyRules policies();

    Exceptions exceptions();

    BulkDecisions bulkDecisions();

    RequestDrafts drafts();

    WorkloadTrusts workloadTrusts();

    Workloads workloads();

    /// Lets other processes that could open this workspace have their errands done here while it is open.
    ///
    /// @param done told of each errand, from any thread
    /// @return to be closed before the workspace is; empty where that cannot be
    Optional<Counter> openCounter(Consumer<Slip> done);

    ApprovalFiles approvalFiles();

    OpenWindows windows();

    Runs runs();

    Revocations revocations();

    PlanFiles planFiles();

    Containments containments();

    Playbooks playbooks();

    Signals signals();

    Rotations rotations();

    Narrowings narrowings();

    TimeBoxes timeBoxes();

    Leaks leaks();

    BreakGlasses breakGlasses();

    EmergencyUses emergencyUses();

    /// Break-glass paths that are open for as long as this workspace is. At once, also on the thread that draws.
    CheckOuts checkOuts();

    /// How break-glass paths stand, with what is done where they are open.
    Statuses emergencyStatuses();

    /// Where the evidence of drills is written.
    Evidence drillEvidence();

    Notices notices();

    /// What carries a notice; closed with the workspace.
    Messenger messenger();

    /// Brings notices while this workspace is open; to be closed before it is.
    ///
    /// @param trouble as in `Rounds`
    Rounds bringNotices(Consumer<Optional<RuntimeException>> trouble);

    Timelines timelines();

    LedgerDesk ledger();

    WitnessDesk witnesses();

    Exchange exchange();

    @Override
    void close();
}
