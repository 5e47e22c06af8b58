package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One compiled statement. Its loops go by index: they are most of what deciding costs, and an iterator each would be
/// most of that.
///
/// @param decides what a decision by it says
/// @param actions `Action`, or `NotAction` when `notActions`
/// @param resources `Resource`, or `NotResource` when `notResources`; null where there is neither
/// @param principals `Principal`, or `NotPrincipal` when `notPrincipals`; null where there is neither
public record Statement(
        DecidingStatement decides,
        boolean allows,
        List<Glob> actions,
        boolean notActions,
        @Nullable List<TextPattern> resources,
        boolean notResources,
        @Nullable Principals principals,
        boolean notPrincipals,
        List<Condition> conditions) {

    public Statement {
        actions = List.copyOf(actions);
        resources = resources == null ? null : List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /// @param action in lower case
    public boolean matchesAction(String action) {
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).matches(action)) {
                return !notActions;
            }
        }
        return notActions;
    }

    public Match matchesResource(String resource, RequestContext context) {
        if (resources == null) {
            return Match.YES;
        }
        return notResources ? isNoneOf(resources, resource, context) : isOneOf(resources, resource, context);
    }

    private static Match isOneOf(List<TextPattern> patterns, String resource, RequestContext context) {
        Match found = Match.NO;
        for (int i = 0; i < patterns.size(); i++) {
            found = found.or(patterns.get(i).matches(resource, context));
            if (found.isYes()) {
                break;
            }
        }
        return found;
    }

    private static Match isNoneOf(List<TextPattern> patterns, String resource, RequestContext context) {
        Match none = Match.YES;
        for (int i = 0; i < patterns.size(); i++) {
            none = none.and(patterns.get(i).matchesNot(resource, context));
            if (none.isNo()) {
                break;
            }
        }
        return none;
    }

    public Match matchesConditions(RequestContext context) {
        Match all = Match.YES;
        for (int i = 0; i < conditions.size(); i++) {
            all = all.and(conditions.get(i).matches(context));
            if (all.isNo()) {
                break;
            }
        }
        return all;
    }

    /// Whether it applies, whoever asks.
    ///
    /// @param action in lower case
    public Match matches(String action, String resource, RequestContext context) {
        if (!matchesAction(action)) {
            return Match.NO;
        }
        Match found = matchesResource(resource, context);
        return found.isNo() ? Match.NO : found.and(matchesConditions(context));
    }
}
