package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.document.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What one statement says, in its two parts: what it is about, and on what conditions.
public final class Said {
    private Said() {}

    static Match of(Statement statement, String resource, RequestContext context, ShortArns arns) {
        Match about = about(statement, resource, context, arns);
        return about.isNo() ? about : about.and(conditions(statement, context));
    }

    /// Whether it is about the resource.
    ///
    /// @param arns of the kind of policy that it stands in
    public static Match about(Statement statement, String resource, RequestContext context, ShortArns arns) {
        return statement.matchesResource(resource, context, arns);
    }

    public static Match conditions(Statement statement, RequestContext context) {
        return statement.matchesConditions(context);
    }

    /// The keys, in lower case, without which its conditions cannot be decided.
    public static Set<String> unknownKeys(Statement statement, RequestContext context) {
        Set<String> written = new HashSet<>();
        statement.conditions().forEach(condition -> condition.unknownKeys(context, written));
        Set<String> keys = new HashSet<>();
        written.forEach(key -> keys.add(key.toLowerCase(Locale.ROOT)));
        return keys;
    }
}
