package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.way.Changes;
import dev.curfew.analysis.escalation.aws.way.Entries;
import dev.curfew.analysis.escalation.aws.way.NewRoleFinder;
import dev.curfew.analysis.escalation.aws.way.OwnRightsFinder;
import dev.curfew.analysis.escalation.aws.way.PassRoleFinder;
import dev.curfew.analysis.escalation.aws.way.Passing;
import dev.curfew.analysis.escalation.aws.way.RaiseFinder;
import dev.curfew.analysis.escalation.aws.way.Raised;
import dev.curfew.analysis.escalation.aws.way.StackSetFinder;
import dev.curfew.analysis.escalation.aws.way.Start;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.aws.way.TakeoverFinder;
import dev.curfew.analysis.escalation.aws.way.Things;
import dev.curfew.analysis.escalation.aws.way.UseExistingFinder;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Services;
import dev.curfew.analysis.escalation.aws.zone.Trusts;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the finder that a method's way has. What a start takes does not depend on the target, and is asked once.
record Finders(
        OwnRightsFinder ownRights,
        TakeoverFinder takeover,
        RaiseFinder raise,
        NewRoleFinder newRole,
        PassRoleFinder passRole,
        UseExistingFinder useExisting,
        StackSetFinder stackSet,
        Map<Asked, Start> starts) {

    record Asked(Actor actor, String method) {}

    static Finders of(Account account, Surroundings surroundings, Population population) {
        Trusts trusts = new Trusts(population);
        Passing passing = new Passing(population, new Services(population));
        Changes changes = new Changes(account);
        Entries entries = new Entries(surroundings, population, trusts);
        Things things = surroundings
                .resources()
                .map(existing -> new Things(existing, population))
                .orElse(null);
        return new Finders(
                new OwnRightsFinder(changes, account.groups()),
                new TakeoverFinder(entries),
                new RaiseFinder(entries, changes, new Raised(changes, account, population)),
                new NewRoleFinder(changes, population),
                new PassRoleFinder(surroundings, passing, things),
                new UseExistingFinder(population, passing, things),
                new StackSetFinder(population, passing, trusts, things),
                new HashMap<>());
    }

    /// Ways on which nobody else has to be an administrator.
    Optional<Step> alone(Powers powers, Method<Way> method) {
        return switch (method.way()) {
            case Way.OwnRights way -> ownRights.find(powers.actor(), way);
            case Way.Raise way -> raise.find(powers, way);
            case Way.NewRole way -> newRole.find(powers.actor(), way);
            case Way.UseExisting way ->
                useExisting.unread(powers, way, start(powers, method).verdict());
            case Way.Become _, Way.PassRole _, Way.StackSet _ -> Optional.empty();
        };
    }

    /// Those whose rights the method gives.
    Zone targets(Powers powers, Method<Way> method) {
        Start start = start(powers, method);
        return switch (method.way()) {
            case Way.Become way -> takeover.targets(powers, way);
            case Way.PassRole way -> passRole.targets(powers, way, start);
            case Way.UseExisting way -> useExisting.targets(powers, way, start.verdict());
            case Way.StackSet way -> stackSet.targets(powers, way, start.verdict());
            case Way.OwnRights _, Way.Raise _, Way.NewRole _ -> Zone.NONE;
        };
    }

    /// The way to one of them.
    ///
    /// @param worth whether the target is an administrator or becomes one
    Optional<Step> step(Powers powers, Method<Way> method, Actor target, Verdict worth) {
        Start start = start(powers, method);
        return switch (method.way()) {
            case Way.Become way -> takeover.step(powers.actor(), way, target, worth);
            case Way.PassRole way -> passRole.step(powers.actor(), way, start, target, worth);
            case Way.UseExisting way -> useExisting.step(powers, way, start.verdict(), target, worth);
            case Way.StackSet way -> stackSet.step(powers, way, start.verdict(), target, worth);
            case Way.OwnRights _, Way.Raise _, Way.NewRole _ -> Optional.empty();
        };
    }

    private Start start(Powers powers, Method<Way> method) {
        return switch (method.way()) {
            case Way.PassRole way -> once(powers, method, () -> passRole.start(powers, way));
            case Way.UseExisting way ->
                once(powers, method, () -> new Start(useExisting.start(powers.actor(), way), ""));
            case Way.StackSet way -> once(powers, method, () -> new Start(stackSet.start(powers.actor(), way), ""));
            case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> Start.NONE;
        };
    }

    private Start once(Powers powers, Method<Way> method, Supplier<Start> start) {
        return starts.computeIfAbsent(new Asked(powers.actor(), method.id()), _ -> start.get());
    }
}
