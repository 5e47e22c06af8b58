package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.TextPattern;
import org.jspecify.annotations.Nullable;

/// `Resource` or `NotResource` of one statement.
final class Resources {
    private final String[] texts;
    private final boolean variables;

    /// Null until somebody asks: most statements are about other actions.
    private volatile TextPattern @Nullable [] patterns;

    /// @param variables whether the policy's version has variables
    Resources(String[] texts, boolean variables) {
        this.texts = texts;
        this.variables = variables;
    }

    int size() {
        return texts.length;
    }

    String text(int number) {
        return texts[number];
    }

    /// Whether the pattern is its text and nothing else, whoever asks.
    boolean isPlain(int number) {
        return TextPattern.isPlainText(texts[number], variables);
    }

    TextPattern[] patterns() {
        TextPattern[] known = patterns;
        if (known != null) {
            return known;
        }
        TextPattern[] compiled = new TextPattern[texts.length];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = TextPattern.compile(texts[i], variables);
        }
        patterns = compiled;
        return compiled;
    }
}
