package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way.PassRole;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ways to have a service act as a role.
public final class PassRoleFinder {
    private final Surroundings surroundings;
    private final Passing passing;
    private final @Nullable Things things;

    public PassRoleFinder(Surroundings surroundings, Passing passing, @Nullable Things things) {
        this.surroundings = surroundings;
        this.passing = passing;
        this.things = things;
    }

    /// Starting the service, on something new or on something that is there, whatever the role.
    public Start start(Powers powers, PassRole way) {
        Actor actor = powers.actor();
        Target existing = way.existing();
        if (existing == null) {
            return new Start(
                    way.cluster() ? besideCluster(actor, way.launches()) : Launching.all(actor, way.launches()), "");
        }
        if (things == null) {
            Verdict some = Launching.all(actor, Launching.with(way.launches(), existing));
            return new Start(some.and(Verdict.possible("need.any", existing.what())), existing.what());
        }
        int first = things.open(powers, existing, way.launches()).first();
        if (first < 0) {
            return Start.NONE;
        }
        String arn = things.thing(first).arn();
        return new Start(Launching.on(actor, existing, way.launches(), arn), arn);
    }

    /// What is started in a cluster is where the cluster is.
    private Verdict besideCluster(Actor actor, List<Launch> launches) {
        return surroundings
                .clusters()
                .map(clusters -> Launching.all(actor, launches, regions(clusters, actor.account())))
                .orElseGet(() -> Launching.all(actor, launches).and(Verdict.possible("need.cluster")));
    }

    private static Set<String> regions(Collection<String> clusters, String account) {
        return clusters.stream()
                .filter(arn -> arn.contains(":" + account + ":"))
                .map(Arn::region)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The roles that one of the services can be made to act as.
    public Zone targets(Powers powers, PassRole way, Start start) {
        Zone roles = Zone.NONE;
        if (start.verdict().isNo()) {
            return roles;
        }
        for (String service : powers.actor().local(way.services())) {
            roles = roles.or(passing.roles(powers, service, way.instanceProfile()));
        }
        return roles.and(start.verdict().level());
    }

    /// @param worth whether it makes an administrator
    public Optional<Step> step(Actor actor, PassRole way, Start start, Actor role, Verdict worth) {
        Passing.Profile profile = passing.profile(actor, role, way.instanceProfile());
        Best best = new Best();
        for (String service : actor.local(way.services())) {
            Verdict verdict =
                    passing.passed(actor, role, service).and(profile.verdict()).and(start.verdict());
            Step.maybe(verdict.and(worth), role, start.resource(), profile.extra())
                    .ifPresent(best::offer);
        }
        return best.step();
    }
}
