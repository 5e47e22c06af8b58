package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.Effect;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.PolicyDecision.Allowed;
import dev.curfew.governance.policy.PolicyDecision.NeedsSignatures;
import dev.curfew.governance.policy.PolicyDecision.Refused;
import dev.curfew.governance.policy.PolicyDecision.Why;
import dev.curfew.governance.policy.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The policies about one kind of question: what forbids and what permits, weighed by the signatures they ask for.
final class Ruling {
    private final RuleSet forbids;
    private final RuleSet permits;

    Ruling(List<Rule> rules, Schema schema) throws CacheException {
        forbids = new RuleSet(of(rules, Effect.FORBID), schema);
        permits = new RuleSet(of(rules, Effect.PERMIT), schema);
    }

    private static List<Rule> of(List<Rule> rules, Effect effect) {
        return rules.stream().filter(rule -> rule.effect() == effect).toList();
    }

    /// @param missing what a policy asks for and has not got yet
    PolicyDecision decide(CedarQuestion asked, Function<Rule, Optional<Requirement>> missing) {
        try {
            RuleSet.Applied against = forbids.apply(asked);
            List<String> absolute = ids(against.rules().stream().filter(rule -> rule.requires() == null));
            if (!absolute.isEmpty()) {
                return new Refused(Why.FORBIDDEN, absolute, List.of());
            }
            if (!against.faults().isEmpty()) {
                return new Refused(Why.NOT_DECIDABLE, List.of(), against.faults());
            }
            RuleSet.Applied permitting = permits.apply(asked);
            return permitting.rules().isEmpty()
                    ? new Refused(Why.NOT_PERMITTED, List.of(), permitting.faults())
                    : weigh(against.rules(), permitting.rules(), missing);
        } catch (AuthException e) {
            return new Refused(Why.NOT_DECIDABLE, List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private static PolicyDecision weigh(
            List<Rule> standing, List<Rule> permitting, Function<Rule, Optional<Requirement>> missing) {
        Rule easiest = permitting.stream()
                .min(Comparator.comparingInt(
                        rule -> missing.apply(rule).map(Requirement::count).orElse(0)))
                .orElseThrow();
        List<Rule> applied = new ArrayList<>(List.of(easiest));
        applied.addAll(standing);
        List<Requirement> more = applied.stream()
                .flatMap(rule -> missing.apply(rule).stream())
                .collect(Collectors.toMap(needed -> needed.of(1), Requirement::count, Math::max, TreeMap::new))
                .entrySet()
                .stream()
                .map(most -> most.getKey().of(most.getValue()))
                .toList();
        List<String> by = ids(applied.stream());
        return more.isEmpty() ? new Allowed(by) : new NeedsSignatures(by, more);
    }

    /// Those that raise this finding about what the question is about: whatever else they say, they apply.
    List<String> raising(String finding, CedarQuestion asked) {
        try {
            return ids(Stream.concat(forbids.apply(asked).rules().stream(), permits.apply(asked).rules().stream())
                    .filter(rule -> rule.raises().equals(finding)));
        } catch (AuthException e) {
            throw new IllegalArgumentException("a question fits the schema that is made from it", e);
        }
    }

    private static List<String> ids(Stream<Rule> rules) {
        return rules.map(Rule::id).toList();
    }
}
