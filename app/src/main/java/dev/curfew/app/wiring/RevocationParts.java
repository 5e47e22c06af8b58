package dev.curfew.app.wiring;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.app.usecase.revocation.Containments;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.app.usecase.revocation.Spools;
import dev.curfew.app.usecase.revocation.leak.Leaks;
import dev.curfew.app.usecase.rotation.Rotations;
import dev.curfew.app.usecase.timebox.TimeBoxes;
import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.revocation.after.Ended;
import dev.curfew.revocation.after.Returns;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.exchange.PlanAnswering;
import dev.curfew.revocation.exchange.PlanAsking;
import dev.curfew.revocation.leak.Finder;
import dev.curfew.revocation.narrowing.Applying;
import dev.curfew.revocation.narrowing.Return;
import dev.curfew.revocation.plan.PlanLimits;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.reaction.PlaybookDesk;
import dev.curfew.revocation.reaction.Reaction;
import dev.curfew.revocation.rotation.Cutting;
import dev.curfew.revocation.rotation.Rotating;
import dev.curfew.revocation.rotation.WayBack;
import dev.curfew.revocation.run.Beforehand;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.Lookout;
import dev.curfew.revocation.run.Verifier;
import dev.curfew.revocation.spool.Containing;
import dev.curfew.revocation.spool.Ratifying;
import dev.curfew.revocation.spool.SpoolReader;
import dev.curfew.revocation.timebox.BoxEnds;
import dev.curfew.revocation.timebox.Boxing;
import dev.curfew.revocation.timebox.Lifting;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Fingerprints;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.revocation.trial.Sleeper;
import dev.curfew.revocation.undo.TakingBack;
import java.util.List;
import java.util.function.Supplier;

/// What plans, runs and proves revocations, and replaces credentials first.
final class RevocationParts {
    private final Foundation base;
    private final Office office;
    private final Officers officers;
    private final Targets targets;
    private final Planner planner;
    private final Bench bench;
    private final Spools spools;

    RevocationParts(
            Foundation base,
            Surroundings surroundings,
            Office office,
            Officers officers,
            Targets targets,
            Catalogue catalogue,
            PolicyReach policyReach) {
        this.base = base;
        this.office = office;
        this.officers = officers;
        this.targets = targets;
        planner = new Planner(
                office,
                targets,
                catalogue,
                new Protection(base.units(), base.workspace().secrets(), targets),
                policyReach,
                PlanLimits.DEFAULT);
        bench = new Bench(
                office,
                targets,
                catalogue,
                new Fingerprints(base.workspace().secrets(), surroundings.random()),
                Schedule.DEFAULT,
                Sleeper.REAL);
        spools = new Spools(
                List.of(
                        base.workspace().directory().resolve("spool"),
                        surroundings.places().spoolFolder(base.workspace().id())),
                new SpoolReader(catalogue),
                new Ratifying(office, planner));
    }

    Revocations revocations() {
        Lookout lookout = new Lookout(bench);
        return new Revocations(
                base.books(),
                office.store(),
                officers,
                planner,
                new PlanDesk(office, planner, bench.catalogue()),
                new Executor(bench),
                new Verifier(bench),
                new Beforehand(bench),
                lookout,
                new Returns(office, lookout),
                spools,
                new TakingBack(bench));
    }

    PlanFiles planFiles(Revocations revocations) {
        Catalogue catalogue = bench.catalogue();
        return new PlanFiles(
                base.books(),
                officers,
                revocations,
                new PlanAsking(office, new PlanDesk(office, planner, catalogue), catalogue),
                new PlanAnswering(office, planner, catalogue));
    }

    Containments containments(Revocations revocations) {
        return new Containments(
                office, officers, planner, new Containing(bench, planner), new Executor(bench), spools, revocations);
    }

    Playbooks playbooks(Supplier<EstateGraph> access, Supplier<Noted> notes, Revocations revocations) {
        return new Playbooks(
                base.books(),
                base.estate(),
                access,
                notes,
                officers,
                office,
                new PlaybookDesk(office, bench.catalogue()),
                new Reaction(bench, planner, new Executor(bench)),
                revocations);
    }

    Rotations rotations() {
        Rotating rotating = new Rotating(bench, planner);
        Cutting cutting = new Cutting(
                bench, planner, new PlanDesk(office, planner, bench.catalogue()), new Executor(bench), rotating);
        return new Rotations(base.books(), officers, rotating, cutting, new WayBack(bench, rotating));
    }

    Narrowings narrowings() {
        return new Narrowings(base.books(), officers, new Applying(office, targets), new Return(office, targets));
    }

    TimeBoxes timeBoxes() {
        return new TimeBoxes(
                base.books(),
                officers,
                new Boxing(office, targets),
                new Lifting(office, targets),
                new BoxEnds(office, targets));
    }

    Leaks leaks() {
        return new Leaks(
                office.store(),
                new Finder(targets),
                planner,
                new Ended(office, new Lookout(bench)),
                () -> new Fingerprint(base.workspace().secrets())::of,
                this::askable);
    }

    /// A list of people, a file or where tickets are kept knows no value: it is no news that it was not asked.
    private List<SourceName> askable() {
        return base.books().read(transaction -> transaction.connections().all()).stream()
                .map(Connection::name)
                .filter(source -> targets.probe(source).isPresent())
                .toList();
    }
}
