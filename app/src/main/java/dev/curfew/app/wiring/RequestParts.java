package dev.curfew.app.wiring;

import dev.curfew.app.usecase.exception.ApprovalFiles;
import dev.curfew.app.usecase.exception.BulkDecisions;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.app.usecase.exception.OpenWindows;
import dev.curfew.app.usecase.exception.RequestDrafts;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.run.Proving;
import dev.curfew.app.usecase.run.Runs;
import dev.curfew.app.usecase.workload.WorkloadTrusts;
import dev.curfew.app.usecase.workload.Workloads;
import dev.curfew.governance.exchange.Answering;
import dev.curfew.governance.exchange.Asking;
import dev.curfew.governance.idle.IdleWindows;
import dev.curfew.governance.issue.ClocksSeen;
import dev.curfew.governance.issue.IssueLimits;
import dev.curfew.governance.issue.Issuing;
import dev.curfew.governance.issue.Settlement;
import dev.curfew.governance.issue.Shortening;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.judgement.StandingAccesses;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.request.Drafts;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestEnds;
import dev.curfew.governance.request.RequestLimits;
import dev.curfew.governance.request.Requests;
import dev.curfew.governance.request.bulk.BulkDesk;
import dev.curfew.governance.target.Targets;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.governance.workload.WorkloadKeys;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.revocation.trial.Sleeper;

/// How requests are made, decided, issued, and come to their end.
final class RequestParts {
    private final Foundation base;
    private final Surroundings surroundings;
    private final Office office;
    private final Officers officers;
    private final Targets targets;
    private final PolicyReach policyReach;
    private final SourceTimes times;

    RequestParts(
            Foundation base,
            Surroundings surroundings,
            Office office,
            Officers officers,
            Targets targets,
            PolicyReach policyReach,
            ClocksSeen seen) {
        this.base = base;
        this.surroundings = surroundings;
        this.office = office;
        this.officers = officers;
        this.targets = targets;
        this.policyReach = policyReach;
        times = new SourceTimes(office.clock(), targets, seen);
    }

    Exceptions exceptions() {
        return new Exceptions(
                base.books(),
                base.estate(),
                officers,
                requests(),
                new RequestDesk(office, policyReach),
                new Issuing(office, targets, policyReach, IssueLimits.DEFAULT, times),
                new Settlement(office, targets, IssueLimits.DEFAULT, times),
                new RequestEnds(office, RequestLimits.DEFAULT),
                new StandingAccesses(office),
                times);
    }

    BulkDecisions bulkDecisions() {
        return new BulkDecisions(base.books(), officers, new BulkDesk(office, new RequestDesk(office, policyReach)));
    }

    RequestDrafts drafts(Exceptions exceptions) {
        return new RequestDrafts(exceptions, officers, new Drafts(office, requests()));
    }

    ApprovalFiles approvalFiles() {
        return new ApprovalFiles(
                base.books(), officers, new Asking(office, policyReach), new Answering(office, policyReach));
    }

    WorkloadTrusts workloadTrusts() {
        return new WorkloadTrusts(base.books(), officers, new TrustBook(office), workloadKeys(), surroundings.clock());
    }

    Workloads workloads() {
        return new Workloads(
                base.books(),
                base.estate()::named,
                requests(),
                new RequestDesk(office, policyReach),
                new RequestEnds(office, RequestLimits.DEFAULT),
                new TrustBook(office),
                workloadKeys());
    }

    Runs runs(Exceptions exceptions) {
        return new Runs(
                base.books(),
                base.estate(),
                office,
                exceptions,
                new Windows(office, targets, times),
                targets,
                new Proving(targets, Schedule.DEFAULT, Sleeper.REAL, surroundings.clock()));
    }

    OpenWindows windows() {
        Windows governed = new Windows(office, targets, times);
        return new OpenWindows(
                base.books(),
                officers,
                governed,
                new Shortening(office, targets, times),
                new IdleWindows(office, governed),
                times);
    }

    private Requests requests() {
        return new Requests(office, policyReach, RequestLimits.DEFAULT);
    }

    private WorkloadKeys workloadKeys() {
        return new WorkloadKeys(base.workspace().secrets(), surroundings.random());
    }
}
