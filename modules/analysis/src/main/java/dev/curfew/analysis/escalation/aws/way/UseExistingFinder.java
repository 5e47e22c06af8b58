package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Way.UseExisting;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ways through what is there already and runs as a role.
public final class UseExistingFinder {
    private final Population population;
    private final Passing passing;
    private final @Nullable Things things;
    private final IdentityHashMap<UseExisting, Zone> fitting = new IdentityHashMap<>();
    private final Map<List<String>, Zone> reachable = new HashMap<>();

    public UseExistingFinder(Population population, Passing passing, @Nullable Things things) {
        this.population = population;
        this.passing = passing;
        this.things = things;
    }

    /// What does not depend on the role.
    public Verdict start(Actor actor, UseExisting way) {
        return Launching.all(actor, things == null ? Launching.with(way.launches(), way.target()) : way.launches());
    }

    /// The roles that something runs as which can be made to act for the actor.
    public Zone targets(Powers powers, UseExisting way, Verdict start) {
        if (start.isNo()) {
            return Zone.NONE;
        }
        Zone roles = things == null
                ? fitting(way).and(Level.POSSIBLE)
                : things.roles(things.open(powers, way.target(), way.launches()))
                        .and(reachable(way));
        return roles.within(population.neighbours(powers.actor()))
                .within(population.roles())
                .without(population.only(powers.actor()))
                .and(start.level());
    }

    /// Nobody says what exists: the roles that something of this kind could run as.
    private Zone fitting(UseExisting way) {
        return fitting.computeIfAbsent(way, it -> {
            Zone roles = Zone.NONE;
            Set<String> services = new LinkedHashSet<>();
            population.actors().forEach(actor -> services.addAll(actor.local(it.services())));
            for (String service : services) {
                roles = roles.or(passing.acting(service, it.instanceProfile()));
            }
            return roles.and(reachable(it));
        });
    }

    /// The roles that let their machine be reached this way.
    private Zone reachable(UseExisting way) {
        return reachable.computeIfAbsent(
                way.roleNeeds(),
                _ -> population.those(
                        population.roles(), role -> reached(role, way).level()));
    }

    private static Verdict reached(Actor role, UseExisting way) {
        return Launching.on(role, way.roleNeeds(), Actions.ANYTHING);
    }

    /// @param worth whether it makes an administrator
    public Optional<Step> step(Powers powers, UseExisting way, Verdict start, Actor role, Verdict worth) {
        return things == null ? supposed(way, start, role, worth) : existing(powers, way, role, worth, things);
    }

    private Optional<Step> supposed(UseExisting way, Verdict start, Actor role, Verdict worth) {
        Verdict acting = Verdict.NO;
        for (String service : role.local(way.services())) {
            acting = acting.or(Ask.trusts(role, service));
        }
        Verdict verdict = start.and(acting)
                .and(passing.profile(role, way.instanceProfile()))
                .and(reached(role, way))
                .and(Verdict.possible("need.existing", way.target().what(), role.arn()))
                .and(worth);
        return Step.maybe(verdict, role, way.target().what(), List.of());
    }

    private Optional<Step> existing(Powers powers, UseExisting way, Actor role, Verdict worth, Things running) {
        Zone open = running.open(powers, way.target(), way.launches());
        int first = running.runningAs(open, population.number(role)).first();
        if (first < 0) {
            return Optional.empty();
        }
        String arn = running.thing(first).arn();
        Verdict verdict = Launching.on(powers.actor(), way.target(), way.launches(), arn)
                .and(reached(role, way))
                .and(worth);
        return Step.maybe(verdict, role, arn, List.of());
    }

    /// Through what runs as a role that nobody read.
    public Optional<Step> unread(Powers powers, UseExisting way, Verdict start) {
        if (things == null || start.isNo()) {
            return Optional.empty();
        }
        int first =
                things.unread(things.open(powers, way.target(), way.launches())).first();
        if (first < 0) {
            return Optional.empty();
        }
        Existing thing = things.thing(first);
        Verdict role = thing.role().isEmpty()
                ? Verdict.possible("need.noRole", thing.arn())
                : Verdict.possible("need.role", thing.role());
        Verdict verdict = Launching.on(powers.actor(), way.target(), way.launches(), thing.arn())
                .and(role);
        String name = thing.role().isEmpty() ? thing.arn() : thing.role();
        return verdict.isNo()
                ? Optional.empty()
                : Optional.of(new Step(verdict, powers.actor(), name, thing.arn(), List.of()));
    }
}
