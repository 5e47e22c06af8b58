package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.ValidationResponse.ValidationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// Checks policies against the schema: what they ask for exists, has that type, and may be absent only where they see
/// to it. A policy that passes can hardly fail when it is evaluated.
final class RuleCheck {
    private static final Messages MESSAGES = Messages.of(RuleCheck.class);

    private RuleCheck() {}

    /// @throws PolicyTextException if one does not
    static void typed(List<Rule> rules, Schema schema) throws PolicyTextException, AuthException {
        ValidationResponse response = new BasicAuthorizationEngine()
                .validate(new ValidationRequest(
                        schema, new PolicySet(rules.stream().map(Rule::policy).collect(Collectors.toSet()))));
        if (!response.validationPassed()) {
            throw new PolicyTextException(problems(response, rules));
        }
    }

    private static List<PolicyProblem> problems(ValidationResponse response, List<Rule> rules) {
        return response.success
                .map(answer -> answer.validationErrors.stream()
                        .map(error -> problem(error, rules))
                        .distinct()
                        .toList())
                .orElseGet(() -> List.of(new PolicyProblem(0, "", MESSAGES.text("not-validated", response))));
    }

    private static PolicyProblem problem(ValidationError error, List<Rule> rules) {
        DetailedError detail = error.getError();
        int line = rules.stream()
                .filter(rule -> rule.id().equals(error.getPolicyId()))
                .mapToInt(rule -> rule.line() + linesBefore(rule, detail))
                .findFirst()
                .orElse(0);
        String words = words(detail.message);
        return new PolicyProblem(
                line,
                error.getPolicyId(),
                detail.help.map(help -> words + " (" + help + ")").orElse(words));
    }

    private static int linesBefore(Rule rule, DetailedError detail) {
        String source = rule.policy().getSource();
        int start = detail.sourceLocations.stream()
                .mapToInt(place -> place.start)
                .findFirst()
                .orElse(0);
        return (int) source.substring(0, Math.min(start, source.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /// Cedar says the same once for each action.
    private static String words(String message) {
        return message.replaceAll(" in context for Action::\"[a-z]+\"", "");
    }
}
