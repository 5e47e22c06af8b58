package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.json.JsonTexts;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One compiled statement. It is arrays and loops by index: what deciding costs is mostly waiting for memory.
public final class Statement {
    private static final TextPattern[] NO_RESOURCES = {};
    private static final Condition[] NO_CONDITIONS = {};
    private static final WrittenCondition[] NONE_WRITTEN = {};

    private final boolean allows;
    private final boolean notResources;
    private final boolean notPrincipals;
    private final boolean conditional;
    private final @Nullable Resources resources;
    private final WrittenCondition[] written;

    /// Each null until somebody asks: most statements are about other actions or resources, and one condition that does
    /// not hold is enough. Conditions do not change, so that several threads may compile the same one.
    private final @Nullable Condition[] conditions;

    private final @Nullable Principals principals;
    private final Actions actions;
    private final Supplier<DecidingStatement> label;

    /// Null until somebody asks.
    private @Nullable DecidingStatement decides;

    /// As it is written: compiled when it is asked about.
    ///
    /// @param label what a decision by it says
    /// @param resources `Resource`, or `NotResource` when `notResources`; null where there is neither
    /// @param principals `Principal`, or `NotPrincipal` when `notPrincipals`; null where there is neither
    Statement(
            Supplier<DecidingStatement> label,
            boolean allows,
            Actions actions,
            @Nullable Resources resources,
            boolean notResources,
            @Nullable Principals principals,
            boolean notPrincipals,
            Collection<WrittenCondition> written) {
        this.label = label;
        this.allows = allows;
        this.actions = actions;
        this.resources = resources;
        this.notResources = notResources;
        this.principals = principals;
        this.notPrincipals = notPrincipals;
        this.written = written.toArray(NONE_WRITTEN);
        this.conditional = this.written.length > 0;
        this.conditions = conditional ? new Condition[this.written.length] : NO_CONDITIONS;
    }

    /// On whatever resource there is, with conditions that no policy has written.
    ///
    /// @param decides what a decision by it says
    public Statement(
            DecidingStatement decides, Actions actions, Principals principals, Collection<Condition> conditions) {
        this.label = () -> decides;
        this.allows = true;
        this.actions = actions;
        this.resources = null;
        this.notResources = false;
        this.principals = principals;
        this.notPrincipals = false;
        this.written = NONE_WRITTEN;
        this.conditional = !conditions.isEmpty();
        this.conditions = conditions.toArray(NO_CONDITIONS);
    }

    /// The same of a policy of another name.
    Statement of(String policy) {
        return new Statement(this, policy);
    }

    private Statement(Statement other, String policy) {
        this.label = () -> other.decides().of(policy);
        this.allows = other.allows;
        this.actions = other.actions;
        this.resources = other.resources;
        this.notResources = other.notResources;
        this.principals = other.principals;
        this.notPrincipals = other.notPrincipals;
        this.written = other.written;
        this.conditional = other.conditional;
        this.conditions = other.conditions;
    }

    public DecidingStatement decides() {
        DecidingStatement known = decides;
        if (known != null) {
            return known;
        }
        DecidingStatement told = label.get();
        decides = told;
        return told;
    }

    public boolean allows() {
        return allows;
    }

    public Actions actions() {
        return actions;
    }

    public @Nullable List<TextPattern> resources() {
        return resources == null ? null : List.of(resources.patterns());
    }

    public boolean hasResources() {
        return resources != null;
    }

    /// As they are written; none where there are none.
    public JsonTexts resourceTexts() {
        return resources == null ? JsonTexts.NONE : resources.texts();
    }

    /// Whether its resources may have variables.
    public boolean hasVariables() {
        return resources != null && resources.variables();
    }

    public TextPattern resource(int number) {
        return patterns()[number];
    }

    private TextPattern[] patterns() {
        return resources == null ? NO_RESOURCES : resources.patterns();
    }

    public boolean hasConditions() {
        return conditional;
    }

    /// Whether what it says can hang on the keys of a request.
    public boolean isConditional() {
        return conditional || (hasVariables() && !Arrays.stream(patterns()).allMatch(TextPattern::isPlain));
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
        List<Condition> all = new ArrayList<>(conditions.length);
        for (int i = 0; i < conditions.length; i++) {
            all.add(condition(i));
        }
        return all;
    }

    private Condition condition(int number) {
        Condition known = conditions[number];
        if (known != null) {
            return known;
        }
        Condition compiled = written[number].compiled();
        conditions[number] = compiled;
        return compiled;
    }

    /// @param action in lower case
    public boolean matchesAction(String action) {
        return actions.match(action);
    }

    public Match matchesConditions(RequestContext context) {
        Match match = Match.YES;
        for (int i = 0; i < conditions.length && !match.isNo(); i++) {
            match = match.and(condition(i).matches(context));
        }
        return match;
    }

    /// @param arns what an ARN stands for that is not whole
    public Match matchesResource(String resource, RequestContext context, ShortArns arns) {
        if (resources == null) {
            return Match.YES;
        }
        TextPattern[] patterns = patterns();
        Match found = Match.NO;
        for (int i = 0; i < patterns.length && !found.isYes(); i++) {
            found = found.or(patterns[i].matches(resource, context, arns));
        }
        return notResources ? found.not() : found;
    }

    /// Whether it is for whoever the request's `aws:PrincipalArn` is: whether a condition demands that key's value.
    public boolean demandsKey(String lowerCaseKey) {
        for (int i = 0; i < conditions.length; i++) {
            Condition condition = condition(i);
            if (condition.isOn(lowerCaseKey) && condition.demands()) {
                return true;
            }
        }
        return false;
    }
}
