package dev.curfew.governance.policy;

import dev.curfew.governance.policy.cedar.Policies;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One case that a text of policies has to pass.
///
/// @param question asked of the policies
/// @param by the policies that have to decide it; empty: whichever do
/// @param missing the signatures that have to be missing, as a policy writes them; empty: whichever are
record PolicyCase(
        String name,
        Function<Policies, PolicyDecision> question,
        Expected expected,
        List<String> by,
        List<String> missing) {

    /// What may be expected.
    enum Expected {
        ALLOWED("allowed"),
        NEEDS("needs"),
        REFUSED("refused");

        private final String text;

        Expected(String text) {
            this.text = text;
        }

        static Optional<Expected> named(String text) {
            return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
        }

        private static Expected of(PolicyDecision decision) {
            return switch (decision) {
                case PolicyDecision.Allowed _ -> ALLOWED;
                case PolicyDecision.NeedsSignatures _ -> NEEDS;
                case PolicyDecision.Refused _ -> REFUSED;
            };
        }
    }

    PolicyCase {
        by = List.copyOf(by);
        missing = List.copyOf(missing);
    }

    PolicyCases.Result result(Policies policies) {
        PolicyDecision decision = question.apply(policies);
        boolean same = Expected.of(decision) == expected
                && (by.isEmpty() || Set.copyOf(by).equals(Set.copyOf(decision.by())))
                && (missing.isEmpty() || Set.copyOf(missing).equals(Set.copyOf(missing(decision))));
        return new PolicyCases.Result(
                name, expected.text, Expected.of(decision).text, DecisionWords.of(decision), same);
    }

    private static List<String> missing(PolicyDecision decision) {
        return decision instanceof PolicyDecision.NeedsSignatures needs
                ? needs.missing().stream().map(Requirement::text).toList()
                : List.of();
    }
}
