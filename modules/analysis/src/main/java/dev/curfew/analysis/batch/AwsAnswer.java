package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.Set;
import java.util.TreeSet;

/// Writes a decision of AWS's as the batch format has it.
final class AwsAnswer {
    private static final PolicyLayer[] LAYERS = PolicyLayer.values();

    private AwsAnswer() {}

    static ObjectNode of(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed it -> answer("Allowed", Set.of(), it, Set.of());
            case Evaluation.ExplicitlyDenied it -> answer("ExplicitlyDenied", it.blockedBy(), it, Set.of());
            case Evaluation.ImplicitlyDenied it -> answer("ImplicitlyDenied", it.blockedBy(), it, Set.of());
            case Evaluation.Conditional it -> answer("Conditional", Set.of(), it, it.dependsOn());
            // Only a request that is not whole leaves open whether it is who is named: that, too, it hangs on.
            case Evaluation.Unknown it -> answer("Conditional", Set.of(), it, new TreeSet<>(it.unhandled()));
        };
    }

    private static ObjectNode answer(
            String verdict, Set<PolicyLayer> blockedBy, Evaluation evaluation, Set<String> dependsOn) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("verdict", verdict);
        ArrayNode layers = answer.putArray("blockedBy");
        for (PolicyLayer layer : LAYERS) {
            if (blockedBy.contains(layer)) {
                layers.add(layer.text());
            }
        }
        ArrayNode decidedBy = answer.putArray("decidedBy");
        for (DecidingStatement statement : evaluation.decidedBy()) {
            ObjectNode one = decidedBy.addObject().put("policy", statement.policy());
            // a key's grant has no statements; a case has a number there all the same
            one.put("statement", statement.isWritten() ? statement.statement() : 0);
            if (statement.isWritten() && !statement.label().isEmpty()) {
                one.put("sid", statement.label());
            }
        }
        ArrayNode keys = answer.putArray("dependsOn");
        if (!dependsOn.isEmpty()) {
            new TreeSet<>(dependsOn).forEach(keys::add);
        }
        return answer;
    }
}
