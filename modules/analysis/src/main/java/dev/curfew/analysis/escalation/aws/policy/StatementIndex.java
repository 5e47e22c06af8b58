package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.aws.document.Statement;
import java.util.Arrays;

/// Statements by the actions that they match. Most policies speak of nothing that ways ask about: those share one.
final class StatementIndex {
    private static final Statement[] NONE = {};
    private static final StatementIndex EMPTY = new StatementIndex(new Statement[0][]);

    private final Statement[][] byAction;

    private StatementIndex(Statement[][] byAction) {
        this.byAction = byAction;
    }

    static StatementIndex empty() {
        return EMPTY;
    }

    /// This one, or another in its place, with the statement in it.
    StatementIndex with(int action, Statement statement) {
        StatementIndex index = this;
        if (byAction.length == 0) {
            Statement[][] rows = new Statement[Actions.all().size()][];
            Arrays.fill(rows, NONE);
            index = new StatementIndex(rows);
        }
        Statement[] before = index.byAction[action];
        Statement[] row = Arrays.copyOf(before, before.length + 1);
        row[before.length] = statement;
        index.byAction[action] = row;
        return index;
    }

    Statement[] about(int action) {
        return byAction.length == 0 ? NONE : byAction[action];
    }
}
