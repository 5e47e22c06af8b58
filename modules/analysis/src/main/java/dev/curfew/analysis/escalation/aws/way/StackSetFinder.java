package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Trusts;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Target;
import dev.curfew.analysis.escalation.catalogue.Way.StackSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ways through stack sets: an administration role is handed on, which assumes an execution role.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html>
public final class StackSetFinder {
    private final Population population;
    private final Passing passing;
    private final Trusts trusts;
    private final @Nullable Things things;
    private final Map<Integer, Zone> executions = new HashMap<>();

    public StackSetFinder(Population population, Passing passing, Trusts trusts, @Nullable Things things) {
        this.population = population;
        this.passing = passing;
        this.trusts = trusts;
        this.things = things;
    }

    public Verdict start(Actor actor, StackSet way) {
        Target target = way.existing();
        return Launching.all(
                actor, target == null || things != null ? way.launches() : Launching.with(way.launches(), target));
    }

    /// The roles that a stack set can be made to be carried out as.
    public Zone targets(Powers powers, StackSet way, Verdict start) {
        if (start.isNo()) {
            return Zone.NONE;
        }
        Zone passed = passed(powers, way);
        Zone executing = executing(passed).without(population.only(powers.actor()));
        Target existing = way.existing();
        if (existing == null) {
            return executing.or(passed.and(Level.POSSIBLE)).and(start.level());
        }
        Zone there = things == null
                ? Zone.of(population.roles()).and(Level.POSSIBLE)
                : things.roles(things.open(powers, existing, way.launches()));
        return executing.or(passed).and(there).and(start.level());
    }

    /// The administration roles that can be handed on.
    private Zone passed(Powers powers, StackSet way) {
        Zone passed = Zone.NONE;
        for (String service : powers.actor().local(way.services())) {
            passed = passed.or(passing.roles(powers, service, false));
        }
        return passed;
    }

    /// The roles that one of the administration roles may assume.
    private Zone executing(Zone administration) {
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        administration.any().stream().forEach(number -> {
            Zone executing = executions(number).and(administration.level(number));
            certain.or(executing.certain());
            any.or(executing.any());
        });
        return new Zone(certain, any);
    }

    private Zone executions(int administration) {
        Zone known = executions.get(administration);
        if (known == null) {
            known = trusts.into(new Powers(population.actor(administration), population));
            executions.put(administration, known);
        }
        return known;
    }

    /// @param worth whether it makes an administrator
    public Optional<Step> step(Powers powers, StackSet way, Verdict start, Actor role, Verdict worth) {
        int number = population.number(role);
        Verdict there = stackSet(powers, way, role).and(worth);
        Best best = new Best();
        for (String service : powers.actor().local(way.services())) {
            Zone passed = passing.roles(powers, service, false);
            int through = through(way, passed, number);
            if (through >= 0) {
                Actor administration = population.actor(through);
                Verdict verdict = start.and(passing.passed(powers.actor(), administration, service))
                        .and(executes(way, administration, role))
                        .and(there);
                Step.maybe(verdict, role, administration.arn(), List.of()).ifPresent(best::offer);
            }
        }
        return best.step();
    }

    /// The administration role that leads to the role best; -1: none.
    private int through(StackSet way, Zone passed, int role) {
        int best = -1;
        Level level = Level.NO;
        for (int each = passed.any().nextSetBit(0);
                each >= 0;
                each = passed.any().nextSetBit(each + 1)) {
            Level here = executions(each).level(role).and(passed.level(each));
            if (here.compareTo(level) > 0) {
                best = each;
                level = here;
            }
            if (level == Level.CERTAIN) {
                return best;
            }
        }
        Level itself = passed.level(role).and(isTold(way) ? Level.CERTAIN : Level.POSSIBLE);
        return itself.compareTo(level) > 0 ? role : best;
    }

    /// A stack set that is there and runs as the administration role proves that some execution role lets it in.
    private boolean isTold(StackSet way) {
        return way.existing() != null && things != null;
    }

    /// Whether the administration role may be the execution role, or is the one whose execution role nobody read.
    private Verdict executes(StackSet way, Actor administration, Actor role) {
        IndexedPolicy trust = role.trust();
        Verdict entered = trust == null ? Verdict.NO : Ask.assume(administration, role, trust);
        if (!administration.equals(role)) {
            return entered;
        }
        return entered.or(isTold(way) ? Verdict.CERTAIN : Verdict.possible("need.execution", administration.arn()));
    }

    /// Whether there is a stack set to change that is carried out as the role, where one is needed.
    private Verdict stackSet(Powers powers, StackSet way, Actor role) {
        Target existing = way.existing();
        if (existing == null) {
            return Verdict.CERTAIN;
        }
        if (things == null) {
            return Verdict.possible("need.existing", existing.what(), role.arn());
        }
        int first = things.runningAs(things.open(powers, existing, way.launches()), population.number(role))
                .first();
        return first < 0
                ? Verdict.NO
                : Launching.on(
                        powers.actor(),
                        existing,
                        way.launches(),
                        things.thing(first).arn());
    }
}
