package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.List;
import java.util.Set;

/// A compiled policy document.
public record PolicyDocument(String name, List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /// Stands for a policy whose text is not known: it may allow anything to anyone.
    ///
    /// @param why what an unknown answer says
    public static PolicyDocument unread(String name, String why) {
        Principals everyone = new Principals(true, Set.of(), Set.of(), Set.of(), Set.of());
        return new PolicyDocument(
                name,
                List.of(new Statement(
                        new DecidingStatement(name, 0, ""),
                        true,
                        List.of(Glob.of("*")),
                        false,
                        null,
                        false,
                        everyone,
                        false,
                        List.of(Condition.unhandled(why)))));
    }
}
