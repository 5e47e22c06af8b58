package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.List;

/// `Action` or `NotAction` of one statement. Actions ignore case.
public final class Actions {
    private final Glob[] patterns;
    private final boolean not;

    /// @param not whether they are those of `NotAction`
    Actions(List<String> texts, boolean not) {
        this.patterns = new Glob[texts.size()];
        this.not = not;
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = Glob.ofLowerCase(texts.get(i));
        }
    }

    /// Of `Action`.
    public static Actions of(List<String> texts) {
        return new Actions(texts, false);
    }

    public int size() {
        return patterns.length;
    }

    /// For actions in lower case.
    public Glob pattern(int number) {
        return patterns[number];
    }

    /// Whether they are those of `NotAction`.
    public boolean not() {
        return not;
    }

    /// @param action in lower case
    public boolean match(String action) {
        for (Glob pattern : patterns) {
            if (pattern.matches(action)) {
                return !not;
            }
        }
        return not;
    }
}
