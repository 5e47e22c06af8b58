package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.aws.Standings.Found;
import dev.curfew.analysis.escalation.aws.account.AccountReader;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.aws.way.Targets;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.analysis.escalation.catalogue.Words;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the users and roles that could make themselves administrators of their AWS account.
///
/// Who is an administrator is found first; then, in rounds, who gets to somebody found in the round before. What is
/// only
/// possible comes after all that is certain, so that it never stands in the way of it.
public final class AwsEscalations {
    private final List<Method<Way>> methods = AwsCatalogue.packaged();
    private final ActionIndex actions = new ActionIndex(methods);
    private final Standings standings = new Standings();
    private final Map<Actor, List<Method<Way>>> open = new LinkedHashMap<>();
    private final Map<Level, List<Actor>> administrators = new EnumMap<>(Level.class);
    private final Finders finders;
    private int round;

    private AwsEscalations(SnapshotIndex index, Environment environment) {
        List<Actor> actors = AccountReader.read(index);
        finders = new Finders(actors, new Surroundings(index, environment));
        for (Actor actor : actors) {
            if (!actor.isGroup()) {
                place(actor);
            }
        }
    }

    /// Service-linked roles are AWS's own: nobody can be one, so they escalate nowhere.
    private void place(Actor actor) {
        Verdict administrator = Administration.of(actor, actor.rights());
        administrators
                .computeIfAbsent(administrator.level(), _ -> new ArrayList<>())
                .add(actor);
        if (administrator.isNo() && !actor.isServiceLinked()) {
            var allowed = actions.allowed(actor);
            open.put(
                    actor,
                    methods.stream()
                            .filter(method -> actions.comesIntoQuestion(method, allowed))
                            .toList());
        }
    }

    /// @param environment what exists besides identities and policies
    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index, Environment environment) {
        return new AwsEscalations(index, environment).find();
    }

    private List<Escalation> find() {
        open.forEach((actor, possible) -> possible.forEach(method ->
                finders.alone(actor, method).ifPresent(step -> standings.offer(actor, new Found(method, step, true)))));
        rounds(administrators.getOrDefault(Level.CERTAIN, List.of()), true);
        List<Actor> perhaps = Stream.concat(
                        administrators.getOrDefault(Level.POSSIBLE, List.of()).stream(),
                        standings.unranked(false).stream())
                .toList();
        rounds(perhaps, false);
        return standings.found().entrySet().stream()
                .flatMap(entry -> entry.getValue().values().stream().map(found -> told(entry.getKey(), found)))
                .sorted(Escalation.RANKED)
                .toList();
    }

    private void rounds(List<Actor> first, boolean certain) {
        List<Actor> reached = first;
        do {
            standings.rank(reached, round++);
            Targets targets = new Targets(reached, certain, standings::needs);
            if (!targets.isEmpty()) {
                open.forEach((actor, possible) -> possible.forEach(method -> look(actor, method, targets, certain)));
            }
            reached = standings.unranked(certain);
        } while (!reached.isEmpty());
    }

    private void look(Actor actor, Method<Way> method, Targets targets, boolean certain) {
        if (certain ? !standings.hasCertain(actor, method) : !standings.hasAny(actor, method)) {
            finders.through(actor, method, targets)
                    .ifPresent(step -> standings.offer(actor, new Found(method, step, false)));
        }
    }

    private static Escalation told(Actor actor, Found found) {
        Step step = found.step();
        Words words = found.method().words().about(actor.arn(), step.targetName(), step.resource());
        return new Escalation(
                actor.identity().id(),
                found.method().id(),
                Stream.concat(found.method().permissions().stream(), step.extra().stream())
                        .distinct()
                        .toList(),
                step.verdict().isCertain() ? Certainty.CERTAIN : Certainty.POSSIBLE,
                words.sentence(),
                step.targetName(),
                List.copyOf(step.verdict().statements()),
                List.copyOf(step.verdict().needs()),
                words.cutBy());
    }
}
