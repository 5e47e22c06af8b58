package dev.curfew.revocation.reaction;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookBook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.governance.playbook.Trigger;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.playbook.Match;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.playbook.PlaybookRuns;
import dev.curfew.revocation.playbook.PlaybookWarrant;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.trial.Bench;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Does what playbooks in force say about what is found, and nothing else. What it did before, it does not do again,
/// whoever looks and however often: the ledger says what was done.
public final class Reaction {
    public static final String HELD = "playbook.held";
    public static final String STOPPED = "playbook.stopped";

    /// What is told also where no playbook is for it.
    private static final Set<Trigger> ALWAYS = Set.of(
            Trigger.LEAKED,
            Trigger.OWNER_GONE,
            Trigger.REVIVED,
            Trigger.DRIFT,
            Trigger.RISK_SIGNALLED,
            Trigger.REPOSITORY_ARCHIVED);

    private final Office office;
    private final Planner planner;
    private final Executor executor;
    private final PlaybookBook book;
    private final PlaybookRuns runs;
    private final PlaybookWarrant warrant;
    private final Resumption resumption;

    public Reaction(Bench bench, Planner planner, Executor executor) {
        office = bench.office();
        this.planner = planner;
        this.executor = executor;
        book = new PlaybookBook(office);
        runs = new PlaybookRuns(office.auditLog());
        warrant = new PlaybookWarrant(office, bench.catalogue());
        resumption = new Resumption(office);
    }

    /// @param graph the access graph of that snapshot, asked for where a playbook needs it
    /// @param noted what the workspace knows that the snapshot does not hold
    /// @param told of each thing as it happens: what was done is told whatever becomes of what comes after it
    public void react(SnapshotIndex index, Supplier<EstateGraph> graph, Noted noted, Consumer<Reacted> told)
            throws InterruptedException {
        List<SignedPlaybook> inForce = office.unitOfWork().run(book::inForce);
        resumption.goOn((plan, again) -> run(plan, again, told));
        List<Finding> findings = Findings.of(index, graph, noted, office.clock().instant(), rules(inForce));
        List<PlaybookRun> before = office.unitOfWork().run(runs::all);
        Set<Finding> covered = new HashSet<>();
        for (SignedPlaybook signed : inForce) {
            List<Match> matches = Match.of(signed.playbook(), findings, index);
            matches.forEach(match -> covered.add(match.finding()));
            react(signed, matches, before, told);
        }
        findings.stream()
                .filter(finding -> ALWAYS.stream().anyMatch(trigger -> trigger.isSetOffBy(finding)))
                .filter(finding -> !covered.contains(finding))
                .forEach(finding -> told.accept(new Reacted.Told(finding)));
    }

    private static Set<Rule> rules(List<SignedPlaybook> inForce) {
        Set<Rule> rules = ALWAYS.stream().map(Trigger::rule).collect(Collectors.toSet());
        inForce.forEach(signed -> rules.add(signed.playbook().trigger().rule()));
        return rules;
    }

    /// @param before runs; what begins here is of this playbook alone, and is held against the ledger once more there
    private void react(SignedPlaybook signed, List<Match> matches, List<PlaybookRun> before, Consumer<Reacted> told)
            throws InterruptedException {
        String name = signed.playbook().name();
        for (Match match : matches) {
            if (PlaybookRuns.before(before, match).isPresent()) {
                continue;
            }
            switch (begun(signed, match)) {
                case Outcome.Done<RevocationPlan>(RevocationPlan plan) -> run(plan, false, told);
                case Outcome.Refused<RevocationPlan>(Refusal why, String words)
                when why == Refusal.CEILING_REACHED -> {
                    enter(STOPPED, signed.playbook(), match, words);
                    told.accept(new Reacted.Stopped(name, match.finding(), words));
                    return;
                }
                case Outcome.Refused<RevocationPlan>(Refusal _, String words) -> {
                    enter(HELD, signed.playbook(), match, words);
                    told.accept(new Reacted.Held(name, match.finding(), words));
                }
            }
        }
    }

    private Outcome<RevocationPlan> begun(SignedPlaybook signed, Match match) throws InterruptedException {
        Playbook playbook = signed.playbook();
        PlanOrder order =
                new PlanOrder(match.ids(), Extent.DEACTIVATE, match.finding().sentence(), playbook.acts());
        return planner.plan(
                playbook.actor(), order, (transaction, plan) -> warrant.enter(transaction, signed, plan, match));
    }

    /// @throws InterruptedException if it was stopped within: the journal says how far it came, and nothing else is
    ///     begun
    private void run(RevocationPlan plan, boolean again, Consumer<Reacted> told) throws InterruptedException {
        PlaybookRun run = office.unitOfWork()
                .run(transaction -> runs.find(transaction, plan.id()))
                .orElseThrow();
        Outcome<RunReport> report = office.unitOfWork()
                .run(transaction -> warrant.receipt(transaction, plan))
                .then(receipt -> executor.run(plan, receipt, Map.of(), Progress.SILENT));
        if (report instanceof Outcome.Done<RunReport>(RunReport done) && done.cancelled()) {
            throw new InterruptedException();
        }
        switch (report) {
            case Outcome.Done<RunReport>(RunReport done) -> told.accept(new Reacted.Ran(run, done, again));
            case Outcome.Refused<RunReport>(Refusal why, String _)
            when why == Refusal.AT_WORK || why == Refusal.TAKEN_BACK -> {
                // An officer has it in hand; what they leave, if they did not take it back, is gone on with later.
            }
            case Outcome.Refused<RunReport>(Refusal _, String words) -> told.accept(new Reacted.Left(run, words));
        }
    }

    /// Once for the same thing and the same reason: who looks every ten seconds does not write every ten seconds.
    private void enter(String type, Playbook playbook, Match match, String words) {
        String subject = Sha256.ofJson(Map.of("trigger", match.key(), "occasions", match.occasions(), "why", words));
        office.unitOfWork().run(transaction -> {
            if (office.auditLog().confirm(transaction, type, subject).isEmpty()) {
                office.auditLog()
                        .append(
                                transaction,
                                new AuditEvent(
                                        type,
                                        office.clock().instant(),
                                        playbook.actor(),
                                        subject,
                                        Map.of(
                                                "name", playbook.name(),
                                                "playbook", playbook.hash(),
                                                "trigger", match.key(),
                                                "because", match.finding().sentence(),
                                                "credentials", match.ids(),
                                                "why", words)));
            }
            return type;
        });
    }
}
