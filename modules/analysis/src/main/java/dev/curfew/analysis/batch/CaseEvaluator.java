package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Decides one case. Called by several threads at once.
@FunctionalInterface
public interface CaseEvaluator {

    /// @param given the case as it came; not to be changed
    /// @return the answer's fields without `id`, in the order they are written
    /// @throws CaseException if the case is not one
    ObjectNode evaluate(ObjectNode given) throws CaseException;
}
