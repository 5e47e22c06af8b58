package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import dev.curfew.model.text.Messages;
import java.util.Collection;
import java.util.Set;

/// Writes a decision of AWS's as the batch format has it.
final class AwsAnswer {
    private static final Messages MESSAGES = Messages.of(AwsAnswer.class);

    private AwsAnswer() {}

    static ObjectNode of(Evaluation evaluation) throws CaseException {
        return switch (evaluation) {
            case Evaluation.Allowed it -> answer("Allowed", Set.of(), it, Set.of());
            case Evaluation.ExplicitlyDenied it -> answer("ExplicitlyDenied", it.blockedBy(), it, Set.of());
            case Evaluation.ImplicitlyDenied it -> answer("ImplicitlyDenied", it.blockedBy(), it, Set.of());
            case Evaluation.Conditional it -> answer("Conditional", Set.of(), it, it.dependsOn());
            case Evaluation.Unknown it ->
                throw new CaseException(MESSAGES.text("aws.unhandled", String.join(", ", it.unhandled())));
        };
    }

    private static ObjectNode answer(
            String verdict, Set<PolicyLayer> blockedBy, Evaluation evaluation, Set<String> dependsOn) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("verdict", verdict);
        texts(
                answer.putArray("blockedBy"),
                blockedBy.stream().sorted().map(PolicyLayer::text).toList());
        ArrayNode decidedBy = answer.putArray("decidedBy");
        for (DecidingStatement statement : evaluation.decidedBy()) {
            ObjectNode one = decidedBy.addObject().put("policy", statement.policy());
            one.put("statement", statement.statement());
            if (!statement.label().isEmpty()) {
                one.put("sid", statement.label());
            }
        }
        texts(answer.putArray("dependsOn"), dependsOn.stream().sorted().toList());
        return answer;
    }

    private static void texts(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
