package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.way.Changes;
import dev.curfew.analysis.escalation.aws.way.Entries;
import dev.curfew.analysis.escalation.aws.way.OwnRightsFinder;
import dev.curfew.analysis.escalation.aws.way.PassRoleFinder;
import dev.curfew.analysis.escalation.aws.way.StackSetFinder;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.aws.way.TakeoverFinder;
import dev.curfew.analysis.escalation.aws.way.Targets;
import dev.curfew.analysis.escalation.aws.way.UseExistingFinder;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks the finder that a method's way has. What a start takes does not depend on the target, and is asked once.
final class Finders {
    private final OwnRightsFinder ownRights;
    private final TakeoverFinder takeover;
    private final PassRoleFinder passRole;
    private final UseExistingFinder useExisting;
    private final StackSetFinder stackSet;
    private final Targets everybody;
    private final Map<Asked, PassRoleFinder.Start> starts = new HashMap<>();

    private record Asked(Actor actor, String method) {}

    /// @param actors users, roles and groups
    Finders(List<Actor> actors, Surroundings surroundings) {
        everybody =
                new Targets(actors.stream().filter(actor -> !actor.isGroup()).toList(), true, (_, _) -> false);
        Changes changes = new Changes(actors);
        ownRights = new OwnRightsFinder(
                changes, actors.stream().filter(Actor::isGroup).toList());
        takeover = new TakeoverFinder(new Entries(surroundings), changes);
        passRole = new PassRoleFinder(surroundings);
        useExisting = new UseExistingFinder(surroundings, runnable(actors));
        stackSet = new StackSetFinder(surroundings, everybody);
    }

    private static Set<String> runnable(List<Actor> actors) {
        Set<String> arns = new HashSet<>();
        for (Actor actor : actors) {
            arns.add(actor.arn());
            actor.instanceProfiles().ifPresent(arns::addAll);
        }
        return arns;
    }

    /// Ways on which nobody else has to be an administrator.
    Optional<Step> alone(Actor actor, Method<Way> method) {
        return switch (method.way()) {
            case Way.OwnRights way -> ownRights.find(actor, way);
            case Way.Raise way -> takeover.find(actor, way, everybody);
            case Way.UseExisting way ->
                useExisting.unread(actor, way, start(actor, method).verdict());
            case Way.Become _, Way.PassRole _, Way.StackSet _ -> Optional.empty();
        };
    }

    /// Ways to the rights of one of the targets.
    Optional<Step> through(Actor actor, Method<Way> method, Targets targets) {
        return switch (method.way()) {
            case Way.Become way -> takeover.find(actor, way, targets);
            case Way.PassRole way -> {
                PassRoleFinder.Start start = start(actor, method);
                yield start.verdict().isNo() ? Optional.empty() : passRole.find(actor, way, start, targets);
            }
            case Way.UseExisting way -> {
                Verdict start = start(actor, method).verdict();
                yield start.isNo() ? Optional.empty() : useExisting.find(actor, way, start, targets);
            }
            case Way.StackSet way -> {
                Verdict start = start(actor, method).verdict();
                yield start.isNo() ? Optional.empty() : stackSet.find(actor, way, start, targets);
            }
            case Way.OwnRights _, Way.Raise _ -> Optional.empty();
        };
    }

    private PassRoleFinder.Start start(Actor actor, Method<Way> method) {
        return starts.computeIfAbsent(new Asked(actor, method.id()), _ -> switch (method.way()) {
            case Way.PassRole way -> passRole.start(actor, way);
            case Way.UseExisting way -> new PassRoleFinder.Start(useExisting.start(actor, way), "");
            case Way.StackSet way -> new PassRoleFinder.Start(stackSet.start(actor, way), "");
            case Way.OwnRights _, Way.Become _, Way.Raise _ -> new PassRoleFinder.Start(Verdict.NO, "");
        });
    }
}
