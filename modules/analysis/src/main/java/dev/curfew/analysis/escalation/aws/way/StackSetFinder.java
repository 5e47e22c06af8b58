package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.analysis.escalation.catalogue.Way.StackSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways through stack sets: an administration role is handed on, which assumes an execution role.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html>
public final class StackSetFinder {
    private final Surroundings surroundings;
    private final Targets everybody;

    public StackSetFinder(Surroundings surroundings, Targets everybody) {
        this.surroundings = surroundings;
        this.everybody = everybody;
    }

    public Verdict start(Actor actor, StackSet way) {
        Verdict start = Launching.all(actor, way.launches());
        Target target = way.existing();
        return start.isNo() || target == null || surroundings.resources().isPresent()
                ? start
                : start.and(Launching.some(actor, target.actions(), actor.local(target.pattern())));
    }

    public Optional<Step> find(Actor actor, StackSet way, Verdict start, Targets targets) {
        Best best = new Best();
        for (String service : way.services()) {
            for (Actor administration : everybody.trusting(service).allowedOn(actor.rights(), Way.PASS_ROLE)) {
                Executions executions = executions(administration, targets);
                if (!executions.isEmpty() || targets.role(administration.arn()).isPresent()) {
                    Verdict passed = start.and(PassRoleFinder.passed(actor, administration, service, everybody));
                    if (!passed.isNo() && use(actor, way, administration, passed, targets, best)) {
                        return best.step();
                    }
                }
            }
        }
        return best.step();
    }

    /// The roles among the targets that an administration role may assume.
    private record Executions(Map<Actor, Verdict> roles) {
        boolean isEmpty() {
            return roles.isEmpty();
        }
    }

    private record Administering(Actor administration) {}

    private static Executions executions(Actor administration, Targets targets) {
        return targets.once(new Administering(administration), Executions.class, () -> {
            Map<Actor, Verdict> roles = new LinkedHashMap<>();
            for (Actor execution : targets.lettingIn(administration)) {
                Verdict entered = entered(administration, execution);
                if (!entered.isNo()) {
                    roles.put(execution, entered);
                }
            }
            return new Executions(roles);
        });
    }

    private boolean use(Actor actor, StackSet way, Actor administration, Verdict passed, Targets targets, Best best) {
        for (Map.Entry<Actor, Verdict> each :
                executions(administration, targets).roles().entrySet()) {
            Actor execution = each.getKey();
            Verdict verdict = execution.arn().equals(actor.arn())
                    ? Verdict.NO
                    : passed.and(each.getValue()).and(stackSet(actor, way, execution.arn()));
            verdict = verdict.isNo() ? verdict : verdict.and(targets.worth(actor, execution));
            if (!verdict.isNo() && best.offer(Step.to(verdict, execution, administration.arn(), List.of()))) {
                return true;
            }
        }
        // the execution role may be in an account that was not read
        if (targets.role(administration.arn()).isPresent()) {
            Verdict verdict = passed.and(stackSet(actor, way, administration.arn()))
                    .and(executes(way, administration))
                    .and(targets.worth(actor, administration));
            if (!verdict.isNo()) {
                return best.offer(Step.to(verdict, administration, administration.arn(), List.of()));
            }
        }
        return false;
    }

    /// A stack set that is there and runs as a role proves that it can.
    private Verdict executes(StackSet way, Actor administration) {
        return way.existing() != null && surroundings.resources().isPresent()
                ? Verdict.CERTAIN
                : Verdict.possible("need.execution", administration.arn());
    }

    private static Verdict entered(Actor administration, Actor execution) {
        PolicyDocument trust = execution.trust();
        return trust == null ? Verdict.NO : Ask.assume(administration, execution, trust);
    }

    /// Whether there is a stack set to change that is carried out as the role, where one is needed.
    private Verdict stackSet(Actor actor, StackSet way, String role) {
        Target target = way.existing();
        if (target == null) {
            return Verdict.CERTAIN;
        }
        List<Existing> resources = surroundings.resources().orElse(null);
        return resources == null
                ? Verdict.possible("need.existing", target.what(), role)
                : existing(actor, target, role, resources);
    }

    private static Verdict existing(Actor actor, Target target, String role, List<Existing> resources) {
        Verdict best = Verdict.NO;
        for (Existing resource : resources) {
            boolean runs = resource.role().equals(role)
                    && GlobMeeting.of(actor.local(target.pattern()), resource.arn())
                            .isPresent();
            if (runs) {
                best = best.or(Launching.on(actor, target.actions(), resource.arn()));
            }
        }
        return best;
    }
}
