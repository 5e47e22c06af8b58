package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A pattern with wildcards and policy variables, as in `Resource`.
public final class TextPattern {
    /// A variable may stand only behind this many colons; before, it is text like any other.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
    private static final int COLONS_BEFORE_VARIABLES = 5;

    private final Variables variables;
    private final Glob fixed;
    private final Glob kind;

    private TextPattern(Variables variables) {
        this.variables = variables;
        this.fixed = Glob.ofMarked(variables.constant());
        this.kind = variables.isConstant() ? fixed : Glob.ofMarked(kind(variables.start()) + Glob.STAR);
    }

    /// @param variables whether the policy's version has variables
    public static TextPattern compile(String text, boolean variables) {
        return new TextPattern(Variables.compile(text, variables && mayHoldVariables(text), Glob::wildcards));
    }

    private static boolean mayHoldVariables(String text) {
        int variable = text.indexOf("${");
        return variable < 0
                || text.substring(0, variable).chars().filter(c -> c == ':').count() >= COLONS_BEFORE_VARIABLES;
    }

    /// The part of an ARN's beginning that says what kind of thing it names: up to the resource type's separator.
    private static String kind(String start) {
        int resource = start.lastIndexOf(':') + 1;
        int type = start.startsWith("arn:aws:s3:::") ? -1 : start.indexOf('/', resource);
        return start.substring(0, type < 0 ? resource : type + 1);
    }

    /// What every text that it matches begins with: up to its first wildcard or variable.
    public String literalStart() {
        String start = variables.start();
        return start.substring(0, Glob.literalLength(start));
    }

    /// Something that it matches, with wildcards filled in; only roughly for one with variables.
    public String example(String filler) {
        return variables.constant().replace(String.valueOf(Glob.STAR), filler).replace(String.valueOf(Glob.ANY), "x");
    }

    public boolean isConstant() {
        return variables.isConstant();
    }

    /// A variable without a value makes the pattern match nothing.
    public Match matches(String text, RequestContext context) {
        if (variables.isConstant()) {
            return Match.of(fixed.matches(text));
        }
        return matchesFilled(text, context);
    }

    private Match matchesFilled(String text, RequestContext context) {
        Optional<String> widest = variables.fill(context, String.valueOf(Glob.STAR));
        if (widest.isEmpty() || !Glob.ofMarked(widest.get()).matches(text)) {
            return Match.NO;
        }
        List<String> unknown = context.isPartial() ? variables.unknownKeys(context) : List.of();
        return unknown.isEmpty() ? Match.YES : new Match(Match.Truth.MAYBE, new TreeSet<>(unknown), Set.of());
    }

    /// Whether it does not match, for `NotResource`. With a variable without a value this cannot be said of anything of
    /// the kind that it names: the statement does not take effect.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value>
    public Match matchesNot(String text, RequestContext context) {
        if (variables.isConstant()) {
            return Match.of(!fixed.matches(text));
        }
        boolean incomplete = variables.fill(context, String.valueOf(Glob.STAR)).isEmpty();
        return incomplete && kind.matches(text)
                ? Match.NO
                : matchesFilled(text, context).not();
    }
}
