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
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// Checks policies against the schema: what they ask for exists, has that type, and may be absent only where they see
/// to it. A policy that passes can hardly fail when it is evaluated.
final class RuleCheck {
    private static final Messages MESSAGES = Messages.of(RuleCheck.class);

    private RuleCheck() {}

    /// @throws PolicyTextException if one does not
    static void typed(List<Rule> rules, String text, Schema schema) throws PolicyTextException, AuthException {
        ValidationResponse response = new BasicAuthorizationEngine()
                .validate(new ValidationRequest(
                        schema, new PolicySet(rules.stream().map(Rule::policy).collect(Collectors.toSet()))));
        if (!response.validationPassed()) {
            throw new PolicyTextException(problems(response, rules, text));
        }
    }

    private static List<PolicyProblem> problems(ValidationResponse response, List<Rule> rules, String text) {
        return response.success
                .map(answer -> answer.validationErrors.stream()
                        .map(error -> problem(error, rules, text))
                        .distinct()
                        .toList())
                .orElseGet(() -> List.of(PolicyProblem.ofAll(MESSAGES.text("not-validated", response))));
    }

    private static PolicyProblem problem(ValidationError error, List<Rule> rules, String text) {
        DetailedError detail = error.getError();
        TextPlace place = rules.stream()
                .filter(rule -> rule.id().equals(error.getPolicyId()))
                .findFirst()
                .map(rule -> TextPlace.of(text, rule.start() < 0 ? -1 : rule.start() + within(rule, detail)))
                .orElse(TextPlace.UNKNOWN);
        String words = words(detail.message);
        return PolicyProblem.at(
                place,
                error.getPolicyId(),
                detail.help.map(help -> words + " (" + help + ")").orElse(words));
    }

    private static int within(Rule rule, DetailedError detail) {
        int offset = detail.sourceLocations.stream()
                .mapToInt(label -> label.start)
                .findFirst()
                .orElse(0);
        return TextPlace.indexOfByte(rule.policy().getSource(), offset);
    }

    /// Cedar says the same once for each action.
    private static String words(String message) {
        return message.replaceAll(" in context for Action::\"[a-z]+\"", "");
    }
}
