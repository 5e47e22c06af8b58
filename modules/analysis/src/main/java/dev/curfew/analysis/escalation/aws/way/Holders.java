package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who holds which policies of an account's own, by the number of the policy, and what new versions of these make of
/// them: that does not depend on who writes the versions, and is found once.
final class Holders {
    private static final BitSet NOBODY = new BitSet();

    private final Population population;
    private final List<ManagedPolicy> policies;

    /// A new version of any policy that they hold makes them administrators.
    private final Map<Integer, BitSet> plain = new HashMap<>();

    /// With the others it depends on what else they hold.
    private final Map<Integer, BitSet> odd = new HashMap<>();

    /// Of sets of policies, which many ask about alike. Neither keys nor values are changed.
    private final Map<BitSet, BitSet> plainOf = new HashMap<>();

    private final Map<BitSet, BitSet> oddOf = new HashMap<>();
    private final Map<Integer, int[]> heldByOdd = new HashMap<>();
    private final Map<Rewritten, Level> known = new HashMap<>();

    /// @param policies those of which there is a new version; never changed
    private record Rewritten(int holder, BitSet policies) {}

    /// @param policies by number
    Holders(Population population, List<ManagedPolicy> policies) {
        this.population = population;
        this.policies = policies;
        Map<ManagedPolicy, Integer> numbers = new HashMap<>();
        for (int i = 0; i < policies.size(); i++) {
            numbers.put(policies.get(i), i);
        }
        population.changeable().stream().forEach(number -> {
            Actor holder = population.actor(number);
            int[] held = Changes.changeable(holder.rights()).stream()
                    .mapToInt(numbers::get)
                    .toArray();
            boolean any = true;
            for (int policy : held) {
                any &= after(number, of(policy)) == Level.CERTAIN;
            }
            for (int policy : held) {
                (any ? plain : odd).computeIfAbsent(policy, _ -> new BitSet()).set(number);
            }
            if (!any) {
                heldByOdd.put(number, held);
            }
        });
    }

    private static BitSet of(int policy) {
        BitSet only = new BitSet();
        only.set(policy);
        return only;
    }

    /// What the holder is after all these allow everything.
    private Level after(int holder, BitSet rewritten) {
        return rewritten.isEmpty()
                ? Level.NO
                : known.computeIfAbsent(new Rewritten(holder, rewritten), _ -> {
                    Rights rights = population.actor(holder).rights();
                    for (int i = rewritten.nextSetBit(0); i >= 0; i = rewritten.nextSetBit(i + 1)) {
                        rights = rights.replacing(policies.get(i), KnownPolicies.EVERYTHING);
                    }
                    return Administration.after(population.actor(holder), rights)
                            .verdict()
                            .level();
                });
    }

    /// Those who hold one of these and become administrators by a new version of it. Not to be changed.
    BitSet plain(BitSet policies) {
        return plainOf.computeIfAbsent(policies, _ -> any(plain, policies));
    }

    /// The other holders of one of these. Not to be changed.
    BitSet odd(BitSet policies) {
        return oddOf.computeIfAbsent(policies, _ -> any(odd, policies));
    }

    private static BitSet any(Map<Integer, BitSet> holders, BitSet policies) {
        BitSet found = new BitSet();
        for (int policy = policies.nextSetBit(0); policy >= 0; policy = policies.nextSetBit(policy + 1)) {
            found.or(holders.getOrDefault(policy, NOBODY));
        }
        return found;
    }

    /// Whether somebody makes an administrator of an odd holder by new versions, of each policy by itself, else of
    /// several together; as [Changes#newVersion] says it with the statements.
    ///
    /// @param may the policies of which a new version can be written
    Level newVersions(int holder, Zone may) {
        BitSet certain = new BitSet();
        BitSet any = new BitSet();
        Level best = Level.NO;
        for (int policy : heldByOdd.getOrDefault(holder, new int[0])) {
            Level open = may.level(policy);
            if (open != Level.NO) {
                any.set(policy);
                certain.set(policy, open == Level.CERTAIN);
                best = best.or(open.and(after(holder, of(policy))));
            }
        }
        return best == Level.CERTAIN
                ? best
                : best.or(after(holder, certain))
                        .or(after(holder, any).and(certain.equals(any) ? Level.CERTAIN : Level.POSSIBLE));
    }
}
