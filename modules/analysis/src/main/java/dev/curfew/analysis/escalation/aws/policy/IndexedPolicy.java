package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import java.util.BitSet;
import java.util.List;

/// A policy whose statements are sorted by the actions that ways ask about, once for everybody who holds it.
public final class IndexedPolicy {
    private final PolicyDocument document;
    private final String text;
    private final BitSet allowed = new BitSet();
    private final boolean conditional;
    private StatementIndex allowing = StatementIndex.empty();
    private StatementIndex denying = StatementIndex.empty();

    /// @param text what the document was read from
    public IndexedPolicy(PolicyDocument document, String text) {
        this.document = document;
        this.text = text;
        List<String> actions = Actions.all();
        boolean anyConditions = false;
        for (Statement statement : document.statements()) {
            anyConditions |= statement.isConditional();
            for (int number = 0; number < actions.size(); number++) {
                if (statement.matchesAction(actions.get(number))) {
                    add(number, statement);
                }
            }
        }
        this.conditional = anyConditions;
    }

    private void add(int action, Statement statement) {
        if (statement.allows()) {
            allowing = allowing.with(action, statement);
            allowed.set(action);
        } else {
            denying = denying.with(action, statement);
        }
    }

    public PolicyDocument document() {
        return document;
    }

    /// Policies of equal texts say the same, whatever they are called.
    public String text() {
        return text;
    }

    /// The actions that it allows on something, by number.
    public BitSet allowed() {
        return allowed;
    }

    /// Whether anything in it hangs on a request's context, variables in its resources too.
    public boolean isConditional() {
        return conditional;
    }

    /// @param action as AWS writes it
    public Statement[] allowing(String action) {
        return allowing.about(Actions.number(action));
    }

    /// @param action as AWS writes it
    public Statement[] denying(String action) {
        return denying.about(Actions.number(action));
    }

    Match allows(int action, String resource, RequestContext context, ShortArns arns) {
        return any(allowing.about(action), resource, context, arns);
    }

    Match denies(int action, String resource, RequestContext context, ShortArns arns) {
        return any(denying.about(action), resource, context, arns);
    }

    private static Match any(Statement[] statements, String resource, RequestContext context, ShortArns arns) {
        Match any = Match.NO;
        for (Statement statement : statements) {
            any = any.or(Said.of(statement, resource, context, arns));
            if (any.isYes()) {
                break;
            }
        }
        return any;
    }

    @Override
    public String toString() {
        return document.name();
    }
}
