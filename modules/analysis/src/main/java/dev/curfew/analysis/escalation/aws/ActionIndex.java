package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Rights;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which methods come into question for somebody at all: those whose every action some policy allows on something. Each
/// policy is looked at once, whoever holds it.
final class ActionIndex {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> needed = new HashMap<>();
    private final IdentityHashMap<PolicyDocument, BitSet> allowed = new IdentityHashMap<>();

    ActionIndex(List<Method<Way>> methods) {
        for (Method<Way> method : methods) {
            BitSet actions = new BitSet();
            for (String action : method.way().actions(method.permissions())) {
                actions.set(numbers.computeIfAbsent(action.toLowerCase(Locale.ROOT), _ -> numbers.size()));
            }
            needed.put(method.id(), actions);
        }
    }

    /// The actions that some policy of the actor's allows on something.
    BitSet allowed(Actor actor) {
        BitSet all = new BitSet();
        for (Rights.Held held : actor.rights().held()) {
            all.or(allowed.computeIfAbsent(held.document(), this::read));
        }
        return all;
    }

    private BitSet read(PolicyDocument document) {
        BitSet found = new BitSet();
        for (Statement statement : document.statements()) {
            if (statement.allows()) {
                numbers.forEach((action, number) -> {
                    if (!found.get(number) && statement.matchesAction(action)) {
                        found.set(number);
                    }
                });
            }
        }
        return found;
    }

    boolean comesIntoQuestion(Method<Way> method, BitSet allowed) {
        BitSet missing = (BitSet) needed.getOrDefault(method.id(), new BitSet()).clone();
        missing.andNot(allowed);
        return missing.isEmpty();
    }
}
