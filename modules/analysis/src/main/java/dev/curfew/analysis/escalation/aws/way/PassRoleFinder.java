package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.analysis.escalation.catalogue.Way.PassRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways to have a service act as a role.
public final class PassRoleFinder {
    private final Surroundings surroundings;

    public PassRoleFinder(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What does not depend on the role: starting the service, on something new or something that is there.
    ///
    /// @param resource what is there; empty: something new
    public record Start(Verdict verdict, String resource) {}

    public Start start(Actor actor, PassRole way) {
        Verdict verdict = Launching.all(actor, way.launches());
        if (way.cluster()) {
            verdict = verdict.and(cluster(actor));
        }
        Target existing = way.existing();
        if (verdict.isNo() || existing == null) {
            return new Start(verdict, "");
        }
        Start on = existing(actor, existing);
        return new Start(verdict.and(on.verdict()), on.resource());
    }

    private Verdict cluster(Actor actor) {
        return surroundings
                .clusters()
                .map(clusters ->
                        Verdict.when(clusters.stream().anyMatch(arn -> arn.contains(":" + actor.account() + ":"))))
                .orElseGet(() -> Verdict.possible("need.cluster"));
    }

    private Start existing(Actor actor, Target target) {
        String pattern = actor.local(target.pattern());
        List<Existing> resources = surroundings.resources().orElse(null);
        if (resources == null) {
            Verdict some = Launching.some(actor, target.actions(), pattern);
            return new Start(some.and(Verdict.possible("need.any", target.what())), target.what());
        }
        Start best = new Start(Verdict.NO, "");
        for (Existing resource : resources) {
            if (GlobMeeting.of(pattern, resource.arn()).isPresent()) {
                Verdict verdict = Launching.on(actor, target.actions(), resource.arn());
                if (verdict.level().compareTo(best.verdict().level()) > 0) {
                    best = new Start(verdict, resource.arn());
                }
            }
        }
        return best;
    }

    public Optional<Step> find(Actor actor, PassRole way, Start start, Targets targets) {
        Best best = new Best();
        for (String service : way.services()) {
            Passed passed = passable(actor, new Passing(actor, service, way.instanceProfile()), targets);
            Step step = passed.best().step().orElse(null);
            Verdict verdict = step == null ? Verdict.NO : step.verdict().and(start.verdict());
            if (step != null
                    && !verdict.isNo()
                    && best.offer(Step.to(verdict, step.target(), start.resource(), List.of()))) {
                break;
            }
        }
        return best.step();
    }

    /// Many methods hand the same roles to the same service.
    private record Passing(Actor actor, String service, boolean instanceProfile) {}

    private record Passed(Best best) {}

    private static Passed passable(Actor actor, Passing passing, Targets targets) {
        return targets.once(passing, Passed.class, () -> {
            Best best = new Best();
            Targets trusting = targets.trusting(passing.service());
            for (Actor role : trusting.allowedOn(actor.rights(), Way.PASS_ROLE)) {
                Verdict verdict = profile(role, passing.instanceProfile());
                verdict = verdict.isNo() ? verdict : verdict.and(passed(actor, role, passing.service(), targets));
                verdict = verdict.isNo() ? verdict : verdict.and(targets.worth(actor, role));
                if (!verdict.isNo() && best.offer(Step.to(verdict, role, "", List.of()))) {
                    break;
                }
            }
            return new Passed(best);
        });
    }

    /// Whether the actor may hand the role to the service, and the service may act as it.
    static Verdict passed(Actor actor, Actor role, String service, Targets targets) {
        boolean own = role.isRole()
                && role.account().equals(actor.account())
                && role.identity().source().equals(actor.identity().source())
                && !role.arn().equals(actor.arn());
        Verdict pass = own
                ? Ask.about(actor, actor.rights(), Way.PASS_ROLE, role, Map.of("iam:PassedToService", List.of(service)))
                : Verdict.NO;
        return pass.isNo() ? pass : pass.and(targets.trusts(role, service));
    }

    static Verdict profile(Actor role, boolean needed) {
        return needed
                ? role.instanceProfiles()
                        .map(profiles -> Verdict.when(!profiles.isEmpty()))
                        .orElseGet(() -> Verdict.possible("need.profile", role.arn()))
                : Verdict.CERTAIN;
    }
}
