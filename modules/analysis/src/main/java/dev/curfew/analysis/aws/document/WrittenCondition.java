package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import java.util.List;

/// One operator over one key as the policy has it, with an operator that AWS has.
///
/// @param variables whether the policy's version has variables
record WrittenCondition(String operator, String key, List<String> values, boolean variables) {

    Condition compiled() {
        return Condition.compile(operator, key, values, variables);
    }
}
