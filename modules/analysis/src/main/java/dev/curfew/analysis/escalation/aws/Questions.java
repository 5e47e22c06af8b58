package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which methods come into question for whom.
final class Questions {
    private final List<Method<Way>> methods;
    private final Map<String, BitSet> needed = new HashMap<>();

    Questions(List<Method<Way>> methods) {
        this.methods = List.copyOf(methods);
        methods.forEach(
                method -> needed.put(method.id(), Actions.set(method.way().actions(method.permissions()))));
    }

    /// The methods of which some policy of the actor's allows every action on something.
    List<Method<Way>> of(Actor actor) {
        BitSet allowed = new BitSet();
        actor.rights().held().forEach(held -> allowed.or(held.policy().allowed()));
        return methods.stream()
                .filter(method -> {
                    BitSet missing = (BitSet)
                            needed.getOrDefault(method.id(), new BitSet()).clone();
                    missing.andNot(allowed);
                    return missing.isEmpty();
                })
                .toList();
    }
}
