package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.json.JsonTexts;
import java.util.List;

/// One operator over one key as the policy has it, with an operator that AWS has.
///
/// @param variables whether the policy's version has variables
record WrittenCondition(String operator, JsonText json, int key, JsonTexts values, boolean variables) {

    Condition compiled() {
        return Condition.compile(operator, json.name(key), List.of(values.taken()), variables);
    }
}
