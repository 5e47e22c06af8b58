package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.zone.Names;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Target;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What runs in accounts as a role, numbered by ARN.
public final class Things {
    private static final int UNREAD = -1;

    private final List<Existing> things;
    private final Names names;
    private final int[] roles;
    private final BitSet unread = new BitSet();
    private final Map<String, BitSet> byPattern = new HashMap<>();

    public Things(List<Existing> existing, Population population) {
        things = existing.stream()
                .sorted(Comparator.comparing(Existing::arn).thenComparing(Existing::role))
                .toList();
        names = new Names(things.stream().map(Existing::arn).toList());
        roles = things.stream()
                .mapToInt(it -> population.runningAs(it.role()).orElse(UNREAD))
                .toArray();
        for (int i = 0; i < roles.length; i++) {
            unread.set(i, roles[i] == UNREAD);
        }
    }

    Existing thing(int number) {
        return things.get(number);
    }

    private record Asked(Target target, List<Launch> launches) {}

    /// Those on which the actor may do everything that the way needs.
    ///
    /// @param launches what it needs besides, in the region where the thing is
    Zone open(Powers powers, Target target, List<Launch> launches) {
        return powers.once(new Asked(target, launches), () -> {
            Zone open = Zone.of(fitting(powers.actor().local(target.pattern())));
            for (String action : target.actions()) {
                open = open.isEmpty() ? open : open.and(powers.on(action, names));
            }
            return launches.isEmpty() ? open : besides(powers.actor(), launches, open);
        });
    }

    private Zone besides(Actor actor, List<Launch> launches, Zone open) {
        Map<String, Level> levels = new HashMap<>();
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        open.any().stream().forEach(i -> {
            Level there = levels.computeIfAbsent(
                    Arn.region(things.get(i).arn()),
                    region -> Launching.all(actor, launches, region).level());
            Level level = open.level(i).and(there);
            certain.set(i, level == Level.CERTAIN);
            any.set(i, level != Level.NO);
        });
        return new Zone(certain, any);
    }

    private BitSet fitting(String pattern) {
        return byPattern.computeIfAbsent(pattern, it -> {
            Glob glob = Glob.of(it);
            BitSet fitting = new BitSet();
            for (int i = 0; i < things.size(); i++) {
                fitting.set(i, glob.matches(things.get(i).arn()));
            }
            return fitting;
        });
    }

    /// Those that run as something that nobody read.
    Zone unread(Zone these) {
        return these.within(unread);
    }

    /// The roles that these run as.
    Zone roles(Zone these) {
        return new Zone(roles(these.certain()), roles(these.any()));
    }

    private BitSet roles(BitSet these) {
        BitSet found = new BitSet();
        these.stream().filter(i -> roles[i] != UNREAD).forEach(i -> found.set(roles[i]));
        return found;
    }

    /// Those of them that run as the role.
    Zone runningAs(Zone these, int role) {
        BitSet running = new BitSet();
        these.any().stream().filter(i -> roles[i] == role).forEach(running::set);
        return these.within(running);
    }
}
