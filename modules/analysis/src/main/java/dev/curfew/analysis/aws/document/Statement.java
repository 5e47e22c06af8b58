package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One compiled statement. It is arrays and loops by index: what deciding costs is mostly waiting for memory.
public final class Statement {
    private static final TextPattern[] NO_RESOURCES = {};
    private static final Condition[] NO_CONDITIONS = {};

    private final boolean allows;
    private final boolean notResources;
    private final boolean notPrincipals;
    private final TextPattern @Nullable [] resources;
    private final Condition[] conditions;
    private final @Nullable Principals principals;
    private final Actions actions;
    private final DecidingStatement decides;

    /// @param decides what a decision by it says
    /// @param resources `Resource`, or `NotResource` when `notResources`; null where there is neither
    /// @param principals `Principal`, or `NotPrincipal` when `notPrincipals`; null where there is neither
    public Statement(
            DecidingStatement decides,
            boolean allows,
            Actions actions,
            @Nullable Collection<TextPattern> resources,
            boolean notResources,
            @Nullable Principals principals,
            boolean notPrincipals,
            Collection<Condition> conditions) {
        this.decides = decides;
        this.allows = allows;
        this.actions = actions;
        this.resources = resources == null ? null : resources.toArray(NO_RESOURCES);
        this.notResources = notResources;
        this.principals = principals;
        this.notPrincipals = notPrincipals;
        this.conditions = conditions.toArray(NO_CONDITIONS);
    }

    public DecidingStatement decides() {
        return decides;
    }

    public boolean allows() {
        return allows;
    }

    public Actions actions() {
        return actions;
    }

    public @Nullable List<TextPattern> resources() {
        return resources == null ? null : List.of(resources);
    }

    public boolean hasResources() {
        return resources != null;
    }

    public int resourceCount() {
        return resources == null ? 0 : resources.length;
    }

    public TextPattern resource(int number) {
        return resources == null ? NO_RESOURCES[number] : resources[number];
    }

    public boolean hasConditions() {
        return conditions.length > 0;
    }

    public boolean notResources() {
        return notResources;
    }

    public @Nullable Principals principals() {
        return principals;
    }

    public boolean notPrincipals() {
        return notPrincipals;
    }

    public List<Condition> conditions() {
        return List.of(conditions);
    }

    /// @param action in lower case
    public boolean matchesAction(String action) {
        return actions.match(action);
    }

    public Match matchesConditions(RequestContext context) {
        Match match = Match.YES;
        for (int i = 0; i < conditions.length && !match.isNo(); i++) {
            match = match.and(conditions[i].matches(context));
        }
        return match;
    }

    /// @param completing whether an ARN that is not whole stands for all that begin so, as in identity policies
    public Match matchesResource(String resource, RequestContext context, boolean completing) {
        TextPattern[] patterns = resources;
        if (patterns == null) {
            return Match.YES;
        }
        Match found = Match.NO;
        for (int i = 0; i < patterns.length && !found.isYes(); i++) {
            found = found.or(patterns[i].matches(resource, context, completing));
        }
        return notResources ? found.not() : found;
    }

    /// Whether it is for whoever the request's `aws:PrincipalArn` is: whether a condition demands that key's value.
    public boolean demandsKey(String lowerCaseKey) {
        for (Condition condition : conditions) {
            if (condition.isOn(lowerCaseKey) && condition.demands()) {
                return true;
            }
        }
        return false;
    }
}
