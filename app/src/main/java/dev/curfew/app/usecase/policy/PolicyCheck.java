package dev.curfew.app.usecase.policy;

import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import java.util.List;

/// Policies that are being written, as far as they can be read. Nothing is asked of them.
///
/// @param rules in the order of the text; empty where it cannot be read
/// @param cases how many there are; zero where they cannot be read
public record PolicyCheck(
        List<PolicyRule> rules, List<PolicyProblem> inPolicies, List<PolicyProblem> inCases, int cases) {
    public PolicyCheck {
        rules = List.copyOf(rules);
        inPolicies = List.copyOf(inPolicies);
        inCases = List.copyOf(inCases);
    }

    public static PolicyCheck of(PolicyPack pack) {
        List<PolicyRule> rules = List.of();
        List<PolicyProblem> inPolicies = List.of();
        try {
            rules = Policies.rules(pack.policies());
        } catch (PolicyTextException e) {
            inPolicies = e.problems();
        }
        try {
            return new PolicyCheck(
                    rules, inPolicies, List.of(), PolicyCases.of(pack.cases()).count());
        } catch (PolicyTextException e) {
            return new PolicyCheck(rules, inPolicies, e.problems(), 0);
        }
    }

    public boolean isUsable() {
        return inPolicies.isEmpty() && inCases.isEmpty();
    }
}
