package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.aws.zone.Population;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who holds which policies of an account's own, by the number of the policy.
final class Holders {
    private static final BitSet NOBODY = new BitSet();

    /// A new version of any policy that they hold makes them administrators.
    private final Map<Integer, BitSet> plain = new HashMap<>();

    /// With the others it depends on what else they hold.
    private final Map<Integer, BitSet> odd = new HashMap<>();

    /// @param policies by number
    Holders(Population population, List<ManagedPolicy> policies) {
        Map<ManagedPolicy, Integer> numbers = new HashMap<>();
        for (int i = 0; i < policies.size(); i++) {
            numbers.put(policies.get(i), i);
        }
        population.changeable().stream().forEach(number -> {
            Actor holder = population.actor(number);
            List<ManagedPolicy> held = Changes.changeable(holder.rights());
            boolean any = held.stream().allMatch(policy -> isEnough(holder, policy));
            for (ManagedPolicy policy : held) {
                (any ? plain : odd)
                        .computeIfAbsent(numbers.get(policy), _ -> new BitSet())
                        .set(number);
            }
        });
    }

    private static boolean isEnough(Actor holder, ManagedPolicy policy) {
        Rights replaced = holder.rights().replacing(policy, KnownPolicies.EVERYTHING);
        return Administration.after(holder, replaced).verdict().isCertain();
    }

    /// Those who hold one of these and become administrators by a new version of it.
    BitSet plain(BitSet policies) {
        return any(plain, policies);
    }

    /// The other holders of one of these.
    BitSet odd(BitSet policies) {
        return any(odd, policies);
    }

    private static BitSet any(Map<Integer, BitSet> holders, BitSet policies) {
        BitSet found = new BitSet();
        policies.stream().forEach(policy -> found.or(holders.getOrDefault(policy, NOBODY)));
        return found;
    }
}
