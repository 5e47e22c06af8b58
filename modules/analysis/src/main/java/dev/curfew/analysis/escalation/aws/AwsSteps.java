package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.aws.AwsStep.Kind;
import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.AccountReader;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.aws.way.Surroundings;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Entry;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The steps that the methods of the catalogue are for one actor, whoever is an administrator by them: the same that
/// [AwsEscalations] makes chains of, without those that the access graph knows by itself, to assume a role and to join
/// a group. Safe for use by many threads, of whom one is answered at a time.
public final class AwsSteps {
    private static final List<Method<Way>> METHODS = AwsCatalogue.packaged().stream()
            .filter(method -> !isKnownOtherwise(method.way()))
            .toList();

    private final AccountReader reader;
    private final Population population;
    private final Finders finders;
    private final Questions questions = new Questions(METHODS);
    private final Map<EntityId, Actor> actors = new HashMap<>();

    public AwsSteps(SnapshotIndex index) {
        reader = AccountReader.of(index);
        Account account = reader.account();
        population = new Population(account.actors());
        finders = Finders.of(account, new Surroundings(index, Environment.UNKNOWN), population);
        account.actors()
                .forEach(actor -> actors.put(
                        actor.identity().id(), actor.isGroup() ? reader.member(actor, Actions.ANYTHING) : actor));
    }

    private static boolean isKnownOtherwise(Way way) {
        return switch (way) {
            case Way.Become become -> become.entry() == Entry.ASSUME;
            case Way.OwnRights own -> own.change() == Change.JOIN;
            case Way.Raise _, Way.NewRole _, Way.PassRole _, Way.UseExisting _, Way.StackSet _ -> false;
        };
    }

    /// Actions of which somebody needs one to take a user's place.
    public static Set<String> takingUsers() {
        return first(way -> kind(way) == Kind.MINTS);
    }

    /// Actions of which somebody needs one to be let in by a role that did not.
    public static Set<String> takingRoles() {
        return first(way -> kind(way) == Kind.WIDENS && way instanceof Way.Become);
    }

    /// Actions of which somebody needs one to be made an administrator by a method.
    public static Set<String> makingAdministrators() {
        return first(way -> kind(way) == Kind.WIDENS && !(way instanceof Way.Become));
    }

    /// Actions of which somebody needs one to get at roles that services act as.
    public static Set<String> reachingServiceRoles() {
        return first(way -> kind(way) == Kind.PASSES || kind(way) == Kind.USES);
    }

    /// Actions of which somebody needs one to get at roles by those that stack sets are handed.
    public static Set<String> handingToStackSets() {
        return first(way -> way instanceof Way.StackSet);
    }

    /// Actions of which one is needed for any step at all.
    public static Set<String> needed() {
        return first(_ -> true);
    }

    private static Set<String> first(Predicate<Way> which) {
        Set<String> actions = new HashSet<>();
        METHODS.stream()
                .filter(method -> which.test(method.way()))
                .forEach(method -> actions.add(method.permissions().getFirst()));
        return actions;
    }

    private Optional<Actor> actor(EntityId id, String arn) {
        return id instanceof PolicyId policy ? reader.holder(policy, arn) : Optional.ofNullable(actors.get(id));
    }

    /// Every step to somebody who is not settled.
    ///
    /// @param arn whose name to take for the holder of a policy
    /// @param whole whether to tell what makes an administrator
    public void find(EntityId id, String arn, boolean whole, Predicate<IdentityId> settled, Consumer<AwsStep> found) {
        // most have nothing to ask, and need not wait
        Actor known = actors.get(id);
        if (known == null || !questions.of(known).isEmpty()) {
            answer(id, arn, whole, settled, found);
        }
    }

    private synchronized void answer(
            EntityId id, String arn, boolean whole, Predicate<IdentityId> settled, Consumer<AwsStep> found) {
        Actor actor = actor(id, arn).orElse(null);
        if (actor == null || actor.isServiceLinked()) {
            return;
        }
        Powers powers = new Powers(actor, population);
        for (Method<Way> method : questions.of(actor)) {
            if (whole) {
                finders.alone(powers, method)
                        .filter(step -> step.target().account().equals(actor.account()))
                        .ifPresent(step -> found.accept(told(method, step, null)));
            }
            targets(powers, method, settled, found);
        }
        finders.starts().clear();
    }

    private void targets(Powers powers, Method<Way> method, Predicate<IdentityId> settled, Consumer<AwsStep> found) {
        Zone targets = finders.targets(powers, method);
        BitSet any = targets.any();
        for (int number = any.nextSetBit(0); number >= 0; number = any.nextSetBit(number + 1)) {
            Actor target = population.actor(number);
            if (!settled.test(target.identity().id())) {
                finders.step(powers, method, target, Verdict.CERTAIN)
                        .ifPresent(step -> found.accept(told(method, step, target)));
            }
        }
    }

    private static AwsStep told(Method<Way> method, Step step, @Nullable Actor target) {
        List<String> actions = Stream.concat(method.permissions().stream(), step.extra().stream())
                .distinct()
                .toList();
        return new AwsStep(Optional.ofNullable(target), kind(method.way()), actions, decision(step.verdict()));
    }

    private static Kind kind(Way way) {
        return switch (way) {
            case Way.OwnRights _, Way.Raise _, Way.NewRole _ -> Kind.WIDENS;
            case Way.Become become -> become.entry() == Entry.REWRITTEN_TRUST ? Kind.WIDENS : Kind.MINTS;
            case Way.PassRole _, Way.StackSet _ -> Kind.PASSES;
            case Way.UseExisting _ -> Kind.USES;
        };
    }

    private static Evaluation decision(Verdict verdict) {
        List<DecidingStatement> by = List.copyOf(verdict.statements());
        return verdict.isCertain() ? new Evaluation.Allowed(by) : new Evaluation.Conditional(by, verdict.needs());
    }
}
