package dev.curfew.analysis.aws.condition;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A pattern with wildcards and policy variables, as in `Resource`.
public final class TextPattern {
    private final Variables variables;
    private final Glob fixed;

    private TextPattern(Variables variables) {
        this.variables = variables;
        this.fixed = Glob.ofCompiled(variables.constant());
    }

    /// @param variables whether the policy's version has variables
    public static TextPattern compile(String text, boolean variables) {
        return new TextPattern(Variables.compile(text, variables, Glob::wildcards));
    }

    /// What every text that it matches begins with: up to its first wildcard or variable.
    public String literalStart() {
        String start = variables.start();
        for (int i = 0; i < start.length(); i++) {
            if (start.charAt(i) == Glob.STAR || start.charAt(i) == Glob.ANY) {
                return start.substring(0, i);
            }
        }
        return start;
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
        Optional<String> widest = variables.fill(context, String.valueOf(Glob.STAR));
        if (widest.isEmpty() || !Glob.ofCompiled(widest.get()).matches(text)) {
            return Match.NO;
        }
        List<String> unknown = variables.unknownKeys(context);
        return unknown.isEmpty() ? Match.YES : new Match(Match.Truth.MAYBE, new TreeSet<>(unknown), java.util.Set.of());
    }
}
