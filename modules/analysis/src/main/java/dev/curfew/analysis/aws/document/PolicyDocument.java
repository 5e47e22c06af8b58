package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.List;

/// A compiled policy document.
public record PolicyDocument(String name, List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /// Allows everything to everyone.
    public static PolicyDocument everything(String name) {
        return everything(name, List.of());
    }

    private static PolicyDocument everything(String name, List<Condition> conditions) {
        return new PolicyDocument(
                name,
                List.of(new Statement(
                        new DecidingStatement(name, 0, ""), Actions.of(List.of("*")), Principals.ALL, conditions)));
    }

    /// Several policies of one thing, as one.
    public static PolicyDocument together(String name, List<PolicyDocument> policies) {
        return policies.size() == 1
                ? policies.getFirst()
                : new PolicyDocument(
                        name,
                        policies.stream()
                                .flatMap(policy -> policy.statements().stream())
                                .toList());
    }

    /// The same under another name.
    public PolicyDocument called(String other) {
        return other.equals(name)
                ? this
                : new PolicyDocument(
                        other, statements.stream().map(each -> each.of(other)).toList());
    }

    /// Stands for a policy whose text is not known: it may allow anything to anyone.
    ///
    /// @param why what an unknown answer says
    public static PolicyDocument unread(String name, String why) {
        return everything(name, List.of(Condition.unhandled(why)));
    }
}
