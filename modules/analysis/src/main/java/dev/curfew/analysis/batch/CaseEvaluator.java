package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.json.JsonText;

/// Decides one case. Called by several threads at once.
@FunctionalInterface
public interface CaseEvaluator {

    /// @param given the text of the case, which is an object: to make a tree of it takes longer than to decide most
    /// @return the answer's fields without `id`, in the order they are written
    /// @throws CaseException if the case is not one
    ObjectNode evaluate(JsonText given) throws CaseException;
}
