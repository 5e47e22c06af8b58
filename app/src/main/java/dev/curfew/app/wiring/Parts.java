package dev.curfew.app.wiring;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts;
import dev.curfew.app.usecase.breakglass.status.Statuses;
import dev.curfew.app.usecase.exception.ApprovalFiles;
import dev.curfew.app.usecase.exception.BulkDecisions;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.app.usecase.exception.OpenWindows;
import dev.curfew.app.usecase.exception.RequestDrafts;
import dev.curfew.app.usecase.exchange.Exchange;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.app.usecase.notice.Courier;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.officer.Delegations;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.officer.Rosters;
import dev.curfew.app.usecase.officer.SignIns;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.app.usecase.playbook.WorkspaceNotes;
import dev.curfew.app.usecase.policy.PolicyRules;
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
import dev.curfew.app.usecase.workload.WorkloadTrusts;
import dev.curfew.app.usecase.workload.Workloads;
import dev.curfew.app.wiring.ledger.LedgerIdentity;
import dev.curfew.app.wiring.ledger.LedgerSignature;
import dev.curfew.connector.Connectors;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.notice.Messengers;
import dev.curfew.governance.issue.ClocksSeen;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.reach.AnalysedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.roster.FileRosterMemory;
import dev.curfew.governance.target.ConnectedTargets;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.notice.Messenger;
import dev.curfew.model.port.Connector;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.snapshot.export.PortableExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The parts that cost something to make, each made when it is first asked for.
final class Parts implements AutoCloseable {
    private final Foundation base;
    private final Touches touches;
    private final Surroundings surroundings;
    private final Lazy<Http> http;
    private final Lazy<List<Connector>> connectors;
    private final Lazy<Office> office;
    private final Lazy<Catalogue> catalogue;
    private final Lazy<Targets> targets;
    private final PolicyReach policyReach = new AnalysedReach();
    private final Lazy<OfficerParts> officerParts;
    private final Lazy<Officers> officers;
    private final Lazy<Rosters> rosters;
    private final Lazy<RosterFiles> rosterFiles;
    private final Lazy<Delegations> delegations;
    private final Lazy<SignIns> signIns;
    private final Lazy<Sources> sources;
    private final Lazy<Connections> connections;
    private final Lazy<PolicyRules> policies;
    private final Lazy<RequestParts> requestParts;
    private final Lazy<Exceptions> exceptions;
    private final Lazy<BulkDecisions> bulkDecisions;
    private final Lazy<RequestDrafts> drafts;
    private final Lazy<WorkloadTrusts> workloadTrusts;
    private final Lazy<Workloads> workloads;
    private final Lazy<ApprovalFiles> approvalFiles;
    private final Lazy<OpenWindows> windows;
    private final Lazy<Runs> runs;
    private final Lazy<RevocationParts> revocationParts;
    private final Lazy<Revocations> revocations;
    private final Lazy<PlanFiles> planFiles;
    private final Lazy<Containments> containments;
    private final WorkspaceNotes notes;
    private final Lazy<Signals> signals;
    private final Lazy<Rotations> rotations;
    private final Lazy<Narrowings> narrowings;
    private final Lazy<TimeBoxes> timeBoxes;
    private final Lazy<Leaks> leaks;
    private final Lazy<BreakGlassParts> breakGlassParts;
    private final Lazy<BreakGlasses> breakGlasses;
    private final Lazy<EmergencyUses> emergencyUses;
    private final CheckOuts checkOuts;
    private final Lazy<Statuses> statuses;
    private final Lazy<Notices> notices;
    private final Lazy<Messengers> messengers;
    private final Lazy<Timelines> timelines;
    private final Lazy<Exchange> exchange;

    Parts(Foundation base, Surroundings surroundings, Touches touches, ClocksSeen clocks) {
        this.base = base;
        this.touches = touches;
        this.surroundings = surroundings;
        http = new Lazy<>(() -> new Http(HttpSettings.DEFAULTS, surroundings.clock(), touches::asks));
        connectors = new Lazy<>(() -> Connectors.all(http.get(), surroundings.clock()));
        office = new Lazy<>(this::makeOffice);
        catalogue = new Lazy<>(Catalogue::packaged);
        targets = new Lazy<>(() -> new ConnectedTargets(
                base.units(),
                connectors.get(),
                base.workspace().secrets(),
                catalogue.get().issued()));
        officerParts = new Lazy<>(() -> new OfficerParts(base, surroundings, office.get(), touches));
        officers = new Lazy<>(() -> officerParts.get().officers());
        rosters = new Lazy<>(() -> officerParts.get().rosters(officers.get()));
        rosterFiles = new Lazy<>(() -> officerParts.get().rosterFiles(officers.get()));
        policies = new Lazy<>(() ->
                new PolicyRules(base.books(), officers.get(), new PolicyBook(office.get()), new Replay(office.get())));
        delegations = new Lazy<>(() -> officerParts.get().delegations(officers.get()));
        signIns = new Lazy<>(() -> officerParts.get().signIns(officers.get(), http.get(), policies));
        SourceParts sourceParts = new SourceParts(base, surroundings.clock(), connectors, officers, office);
        sources = new Lazy<>(sourceParts::sources);
        connections = new Lazy<>(sourceParts::connections);
        requestParts = new Lazy<>(() ->
                new RequestParts(base, surroundings, office.get(), officers.get(), targets.get(), policyReach, clocks));
        exceptions = new Lazy<>(() -> requestParts.get().exceptions());
        bulkDecisions = new Lazy<>(() -> requestParts.get().bulkDecisions());
        drafts = new Lazy<>(() -> requestParts.get().drafts(exceptions.get()));
        workloadTrusts = new Lazy<>(() -> requestParts.get().workloadTrusts());
        workloads = new Lazy<>(() -> requestParts.get().workloads());
        approvalFiles = new Lazy<>(() -> requestParts.get().approvalFiles());
        windows = new Lazy<>(() -> requestParts.get().windows());
        runs = new Lazy<>(() -> requestParts.get().runs(exceptions.get()));
        revocationParts = new Lazy<>(this::makeRevocationParts);
        revocations = new Lazy<>(() -> revocationParts.get().revocations());
        planFiles = new Lazy<>(() -> revocationParts.get().planFiles(revocations.get()));
        containments = new Lazy<>(() -> revocationParts.get().containments(revocations.get()));
        notes = new WorkspaceNotes(base.books(), office, surroundings.clock());
        signals = new Lazy<>(sourceParts::signals);
        rotations = new Lazy<>(() -> revocationParts.get().rotations());
        narrowings = new Lazy<>(() -> revocationParts.get().narrowings());
        timeBoxes = new Lazy<>(() -> revocationParts.get().timeBoxes());
        leaks = new Lazy<>(() -> revocationParts.get().leaks());
        breakGlassParts = new Lazy<>(this::makeBreakGlassParts);
        breakGlasses = new Lazy<>(() -> breakGlassParts.get().breakGlasses());
        emergencyUses = new Lazy<>(() -> breakGlassParts.get().emergencyUses());
        checkOuts = new CheckOuts(emergencyUses, surroundings.clock());
        notices = new Lazy<>(() ->
                new NoticeParts(base, surroundings, office.get(), officers.get()).notices(breakGlasses(), narrowings));
        messengers = new Lazy<>(() -> new Messengers(surroundings.clock(), System.getenv()));
        timelines = new Lazy<>(() ->
                new Timelines(base.books(), connectors.get(), base.workspace().secrets(), base.estate()));
        statuses = new Lazy<>(() -> breakGlassParts.get().statuses(breakGlasses.get(), notices.get(), timelines.get()));
        exchange = new Lazy<>(this::makeExchange);
    }

    Supplier<Sources> sources() {
        return sources;
    }

    Supplier<Connections> connections() {
        return connections;
    }

    Supplier<Officers> officers() {
        return officers;
    }

    Supplier<Rosters> rosters() {
        return rosters;
    }

    Supplier<Delegations> delegations() {
        return delegations;
    }

    Supplier<RosterFiles> rosterFiles() {
        return rosterFiles;
    }

    Supplier<SignIns> signIns() {
        return signIns;
    }

    Supplier<PolicyRules> policies() {
        return policies;
    }

    Supplier<Exceptions> exceptions() {
        return exceptions;
    }

    Supplier<BulkDecisions> bulkDecisions() {
        return bulkDecisions;
    }

    Supplier<RequestDrafts> drafts() {
        return drafts;
    }

    Supplier<WorkloadTrusts> workloadTrusts() {
        return workloadTrusts;
    }

    Supplier<Workloads> workloads() {
        return workloads;
    }

    Supplier<ApprovalFiles> approvalFiles() {
        return approvalFiles;
    }

    Supplier<OpenWindows> windows() {
        return windows;
    }

    Supplier<Runs> runs() {
        return runs;
    }

    Supplier<BreakGlasses> breakGlasses() {
        return breakGlasses;
    }

    Supplier<EmergencyUses> emergencyUses() {
        return emergencyUses;
    }

    CheckOuts checkOuts() {
        return checkOuts;
    }

    Supplier<Notices> notices() {
        return notices;
    }

    Messenger messenger() {
        return messengers.get();
    }

    /// A new one, for one thread.
    Courier courier() {
        return new Courier(messengers.get(), surroundings.clock(), (carrier, told) -> {
            if (!told.there()) {
                surroundings.warnings().accept(Messages.of(Parts.class).text("carrier", carrier, told.words()));
            }
        });
    }

    Supplier<Containments> containments() {
        return containments;
    }

    Supplier<PlanFiles> planFiles() {
        return planFiles;
    }

    Supplier<Revocations> revocations() {
        return revocations;
    }

    Supplier<Noted> notes() {
        return notes;
    }

    Supplier<Signals> signals() {
        return signals;
    }

    /// @param access the access graph of the newest snapshot
    Playbooks playbooks(Supplier<EstateGraph> access) {
        return revocationParts.get().playbooks(access, notes, revocations.get());
    }

    Supplier<Rotations> rotations() {
        return rotations;
    }

    Supplier<Narrowings> narrowings() {
        return narrowings;
    }

    Supplier<TimeBoxes> timeBoxes() {
        return timeBoxes;
    }

    Supplier<Leaks> leaks() {
        return leaks;
    }

    Supplier<Statuses> statuses() {
        return statuses;
    }

    Supplier<Timelines> timelines() {
        return timelines;
    }

    Supplier<Exchange> exchange() {
        return exchange;
    }

    /// @param reach of the newest snapshot
    OwnerAttestations attestations(Function<EntityId, Reach> reach) {
        return new OwnerAttestations(
                base.books(),
                base.estate(),
                officers.get(),
                reach,
                office.get(),
                base.workspace().id());
    }

    private Office makeOffice() {
        return new Office(
                base.units(),
                base.auditLog(),
                new EstateStore(base.estate(), base.workspace().store()),
                device(),
                surroundings.clock(),
                surroundings.random(),
                new FileRosterMemory(
                        surroundings.places().rosterFile(base.workspace().id())));
    }

    private Device device() {
        Path file = surroundings.places().deviceFile();
        try {
            return Device.at(file, surroundings.host(), surroundings.random());
        } catch (IOException e) {
            throw new Refused(Messages.of(Parts.class).text("device", file), e);
        }
    }

    private BreakGlassParts makeBreakGlassParts() {
        return new BreakGlassParts(
                base, surroundings, touches, http.get(), connectors.get(), office.get(), officers.get());
    }

    private RevocationParts makeRevocationParts() {
        return new RevocationParts(
                base, surroundings, office.get(), officers.get(), targets.get(), catalogue.get(), policyReach);
    }

    private Exchange makeExchange() {
        return new Exchange(
                base.books(),
                base.workspace(),
                new PortableExport(surroundings.clock()),
                () -> new LedgerSignature(LedgerIdentity.of(
                        base.workspace().secrets(), base.workspace().id())));
    }

    @Override
    public void close() {
        checkOuts.close();
        if (messengers.isMade()) {
            messengers.get().close();
        }
        if (http.isMade()) {
            http.get().close();
        }
    }
}
