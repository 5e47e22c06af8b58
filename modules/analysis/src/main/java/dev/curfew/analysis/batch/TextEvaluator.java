package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.json.JsonText;

/// An evaluator that needs no tree of a case: to make one takes longer than to decide most.
interface TextEvaluator extends CaseEvaluator {

    /// @throws CaseException if the case is not one
    ObjectNode evaluate(JsonText given) throws CaseException;

    @Override
    default ObjectNode evaluate(ObjectNode given) throws CaseException {
        return evaluate(JsonText.of(given));
    }
}
