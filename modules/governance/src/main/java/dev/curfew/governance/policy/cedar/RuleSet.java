package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse.AuthorizationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Policies of one effect, which Cedar evaluates together: then it names all that apply, as it does not where permits
/// and forbids meet.
final class RuleSet {
    private static final AuthorizationEngine ENGINE = new BasicAuthorizationEngine();

    private final Map<String, Rule> rules = new TreeMap<>();
    private final PolicySet policies;
    private final Schema schema;

    RuleSet(List<Rule> rules, Schema schema) throws CacheException {
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
        policies = new PolicySet(rules.stream().map(Rule::policy).collect(Collectors.toSet()));
        policies.cache();
        this.schema = schema;
    }

    /// @param rules those that apply, by id
    /// @param faults of those that could not be evaluated, with their ids
    record Applied(List<Rule> rules, List<String> faults) {}

    /// @throws AuthException if the question does not fit the schema
    Applied apply(CedarQuestion question) throws AuthException {
        if (rules.isEmpty()) {
            return new Applied(List.of(), List.of());
        }
        AuthorizationResponse response = ENGINE.isAuthorized(
                new AuthorizationRequest(
                        question.principal().getEUID(),
                        question.action(),
                        question.resource().getEUID(),
                        Optional.of(question.context()),
                        Optional.of(schema),
                        true),
                policies,
                question.entities());
        AuthorizationSuccessResponse answer =
                response.success.orElseThrow(() -> new AuthException(response.toString()));
        return new Applied(applied(answer.getReason()), faults(answer.getErrors()));
    }

    private List<Rule> applied(Set<String> ids) {
        return rules.values().stream().filter(rule -> ids.contains(rule.id())).toList();
    }

    private static List<String> faults(List<AuthorizationError> errors) {
        return errors.stream()
                .map(error -> error.getPolicyId() + ": " + error.getError().message)
                .sorted()
                .toList();
    }
}
