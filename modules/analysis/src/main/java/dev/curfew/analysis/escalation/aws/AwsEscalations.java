package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.AccountReader;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.chain.Chains;
import dev.curfew.analysis.escalation.aws.chain.Steps;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the users and roles that could make themselves administrators of their AWS account.
///
/// Who gets whose rights is found first, for everybody; then who becomes an administrator by it, certainly or
/// possibly; then by which way each.
public final class AwsEscalations {
    private final Questions questions = new Questions(AwsCatalogue.packaged());
    private final Population population;
    private final Finders finders;
    private final Zone administrators;

    private AwsEscalations(SnapshotIndex index, Environment environment) {
        Account account = AccountReader.read(index);
        population = new Population(account.actors());
        finders = Finders.of(account, new Surroundings(index, environment), population);
        administrators = population.all(actor -> Administration.level(actor, actor.rights()));
    }

    /// @param environment what exists besides identities and policies
    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index, Environment environment) {
        return new AwsEscalations(index, environment).find();
    }

    private List<Escalation> find() {
        int everybody = population.actors().size();
        Steps certain = new Steps(administrators.certain(), everybody);
        Steps possible = new Steps(administrators.any(), everybody);
        Map<Found, Step> alone = new HashMap<>();
        List<Actor> open = open();
        for (Actor actor : open) {
            collect(new Powers(actor, population), certain, possible, alone);
        }
        Chains certainly = new Chains(certain);
        Chains possibly = new Chains(possible);
        List<Escalation> found = new ArrayList<>();
        for (Actor actor : open) {
            if (!possibly.reached().get(population.number(actor))) {
                continue;
            }
            Powers powers = new Powers(actor, population);
            for (Method<Way> method : questions.of(actor)) {
                best(powers, method, alone, certainly, possibly)
                        .ifPresent(step -> found.add(Telling.of(actor, method, step)));
            }
        }
        found.sort(Escalation.RANKED);
        return found;
    }

    private record Found(Actor actor, String method) {}

    /// Administrators have nowhere to go, and nobody can be a service-linked role.
    private List<Actor> open() {
        List<Actor> open = new ArrayList<>();
        for (int i = 0; i < population.actors().size(); i++) {
            Actor actor = population.actor(i);
            if (administrators.level(i) == Level.NO && !actor.isServiceLinked()) {
                open.add(actor);
            }
        }
        return open;
    }

    private void collect(Powers powers, Steps certain, Steps possible, Map<Found, Step> alone) {
        Actor actor = powers.actor();
        int number = population.number(actor);
        for (Method<Way> method : questions.of(actor)) {
            Step step = finders.alone(powers, method).orElse(null);
            if (step != null) {
                alone.put(new Found(actor, method.id()), step);
                possible.alone(number);
                if (step.verdict().isCertain()) {
                    certain.alone(number);
                }
            }
            Zone targets = finders.targets(powers, method);
            certain.through(number, targets.certain());
            possible.through(number, targets.any());
        }
    }

    private Optional<Step> best(
            Powers powers, Method<Way> method, Map<Found, Step> alone, Chains certainly, Chains possibly) {
        Step by = alone.get(new Found(powers.actor(), method.id()));
        if (by != null && by.verdict().isCertain()) {
            return Optional.of(by);
        }
        Zone targets = finders.targets(powers, method);
        int self = population.number(powers.actor());
        int sure = certainly.nearest(targets.certain(), self);
        if (sure >= 0) {
            return step(powers, method, sure, true);
        }
        if (by != null) {
            return Optional.of(by);
        }
        int target = certainly.nearest(targets.any(), self);
        return target >= 0
                ? step(powers, method, target, true)
                : step(powers, method, possibly.nearest(targets.any(), self), false);
    }

    private Optional<Step> step(Powers powers, Method<Way> method, int number, boolean certain) {
        if (number < 0) {
            return Optional.empty();
        }
        Actor target = population.actor(number);
        Verdict worth = certain ? Verdict.CERTAIN : Verdict.possible("need.target", target.arn());
        return finders.step(powers, method, target, worth);
    }
}
