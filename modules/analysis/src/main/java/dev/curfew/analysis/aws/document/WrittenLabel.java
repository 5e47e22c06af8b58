package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.json.JsonText;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.function.Supplier;

/// What a decision by a statement says, put together when one does decide: most do not.
///
/// @param sid where the statement's own id is; nowhere for one that has none
record WrittenLabel(String policy, int position, JsonText json, int sid) implements Supplier<DecidingStatement> {

    @Override
    public DecidingStatement get() {
        return new DecidingStatement(policy, position, sid < 0 ? "" : json.text(sid));
    }
}
