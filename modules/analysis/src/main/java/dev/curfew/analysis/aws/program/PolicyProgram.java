package dev.curfew.analysis.aws.program;

import dev.curfew.analysis.aws.document.Actions;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.json.JsonTexts;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All statements that a request meets, in the order of evaluation, with their actions and resources in one piece of
/// memory: most statements are about something else, and are passed over without being looked at. What deciding costs
/// is mostly waiting for memory.
///
/// A section is a layer, or one level of it: the layer's bit, how many statements. Each statement is its flags, how
/// many numbers it takes, how many actions and how many resources, and their patterns as [PatternCode] has them.
public final class PolicyProgram {
    public static final int ALLOWS = 1;

    /// The patterns of actions are those of `NotAction`.
    public static final int NOT_ACTIONS = 1 << 1;

    /// The patterns of resources are those of `NotResource`.
    public static final int NOT_RESOURCES = 1 << 2;

    public static final int HAS_RESOURCES = 1 << 3;
    public static final int HAS_CONDITIONS = 1 << 4;

    /// The numbers before a statement's patterns.
    public static final int HEAD = 4;

    /// What the policies of most requests take.
    private static final int NUMBERS = 256;

    private final Numbers code = new Numbers(NUMBERS);
    private final List<Statement> statements = new ArrayList<>();

    public void section(PolicyLayer layer, List<PolicyDocument> policies) {
        int head = code.size();
        int first = statements.size();
        code.add(LayerBit.of(layer));
        code.add(0);
        for (int i = 0; i < policies.size(); i++) {
            List<Statement> all = policies.get(i).statements();
            for (int j = 0; j < all.size(); j++) {
                add(all.get(j));
            }
        }
        code.set(head + 1, statements.size() - first);
    }

    /// Whole sections of another program.
    public void addAll(int[] from, int first, int end, Statement[] of, int firstStatement, int endStatement) {
        code.addAll(from, first, end);
        statements.addAll(Arrays.asList(of).subList(firstStatement, endStatement));
    }

    /// How many numbers there are.
    public int size() {
        return code.size();
    }

    /// How many statements there are.
    public int count() {
        return statements.size();
    }

    private void add(Statement statement) {
        int head = code.size();
        Actions actions = statement.actions();
        JsonTexts resources = statement.resourceTexts();
        code.add(flags(statement));
        code.add(0);
        code.add(actions.size());
        code.add(resources.size());
        for (int i = 0; i < actions.size(); i++) {
            WrittenPattern.appendAction(actions.texts().json(), actions.texts().at(i), code);
        }
        for (int i = 0; i < resources.size(); i++) {
            WrittenPattern.appendResource(resources.json(), resources.at(i), statement.hasVariables(), code);
        }
        code.set(head + 1, code.size() - head);
        statements.add(statement);
    }

    private static int flags(Statement statement) {
        return (statement.allows() ? ALLOWS : 0)
                | (statement.actions().not() ? NOT_ACTIONS : 0)
                | (statement.notResources() ? NOT_RESOURCES : 0)
                | (statement.hasResources() ? HAS_RESOURCES : 0)
                | (statement.hasConditions() ? HAS_CONDITIONS : 0);
    }

    public int[] code() {
        return code.toArray();
    }

    public Statement[] statements() {
        return statements.toArray(Statement[]::new);
    }
}
