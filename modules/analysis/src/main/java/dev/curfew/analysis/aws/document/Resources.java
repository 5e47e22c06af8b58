package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.json.JsonTexts;
import org.jspecify.annotations.Nullable;

/// `Resource` or `NotResource` of one statement.
final class Resources {
    private final JsonTexts texts;
    private final boolean variables;

    /// Null until somebody asks: most statements are about other actions.
    private volatile TextPattern @Nullable [] patterns;

    /// @param variables whether the policy's version has variables
    Resources(JsonTexts texts, boolean variables) {
        this.texts = texts;
        this.variables = variables;
    }

    /// As they are written.
    JsonTexts texts() {
        return texts;
    }

    /// Whether the policy's version has variables.
    boolean variables() {
        return variables;
    }

    TextPattern[] patterns() {
        TextPattern[] known = patterns;
        if (known != null) {
            return known;
        }
        TextPattern[] compiled = new TextPattern[texts.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = TextPattern.compile(texts.text(i), variables);
        }
        patterns = compiled;
        return compiled;
    }
}
