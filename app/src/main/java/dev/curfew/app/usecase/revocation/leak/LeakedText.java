package dev.curfew.app.usecase.revocation.leak;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.analysis.kind.ValueForm;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.format.FoundSecret;
import dev.curfew.model.format.SecretFormats;
import java.util.List;

/// Tokens in a text as somebody finds it: behind a name, in a line of a log.
public final class LeakedText {
    private LeakedText() {}

    /// The one token that stands in the text, in its place: the text is wiped then. Else the text itself.
    public static Secret alone(Secret text) {
        List<String> tokens = tokens(text);
        if (tokens.size() != 1) {
            return text;
        }
        text.close();
        return Secret.of(tokens.getFirst());
    }

    /// The tokens that stand in the text, each in a secret of its own: the text is wiped then. Else the text itself,
    /// if there is any.
    static List<Secret> values(Secret text) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty() && !text.isEmpty()) {
            return List.of(text);
        }
        text.close();
        return tokens.stream().map(Secret::of).toList();
    }

    /// Each once. None where credentials of other forms stand in it too, which take what is around them.
    public static List<String> tokens(Secret value) {
        String text = value.reveal();
        List<FoundSecret> found = SecretFormats.packaged().in(text);
        return found.stream().allMatch(LeakedText::isTold)
                ? found.stream()
                        .map(it -> text.substring(it.start(), it.end()))
                        .distinct()
                        .toList()
                : List.of();
    }

    /// Whether its provider tells by it alone whose it is.
    private static boolean isTold(FoundSecret found) {
        return found.format().secret()
                && Kinds.packaged().valuesOf(found.format().id()) == ValueForm.TOLD;
    }
}
