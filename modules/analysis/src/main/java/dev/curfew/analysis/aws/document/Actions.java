package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.json.JsonTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Action` or `NotAction` of one statement. Actions ignore case.
public final class Actions {
    private final JsonTexts texts;
    private final boolean not;

    /// Null until somebody asks: most statements are passed over by their texts alone.
    private volatile Glob @Nullable [] patterns;

    /// @param not whether they are those of `NotAction`
    Actions(JsonTexts texts, boolean not) {
        this.texts = texts;
        this.not = not;
    }

    /// Of `Action`.
    public static Actions of(List<String> texts) {
        return new Actions(JsonTexts.of(texts), false);
    }

    /// As they are written.
    public JsonTexts texts() {
        return texts;
    }

    public int size() {
        return texts.size();
    }

    /// For actions in lower case.
    public Glob pattern(int number) {
        return patterns()[number];
    }

    private Glob[] patterns() {
        Glob[] known = patterns;
        if (known != null) {
            return known;
        }
        Glob[] compiled = new Glob[texts.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = Glob.ofLowerCase(texts.text(i));
        }
        patterns = compiled;
        return compiled;
    }

    /// Whether they are those of `NotAction`.
    public boolean not() {
        return not;
    }

    /// @param action in lower case
    public boolean match(String action) {
        for (Glob pattern : patterns()) {
            if (pattern.matches(action)) {
                return !not;
            }
        }
        return not;
    }
}
