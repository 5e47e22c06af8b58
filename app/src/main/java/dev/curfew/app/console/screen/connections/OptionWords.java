package dev.curfew.app.console.screen.connections;

import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What sentences call as it is typed on the command line, as the window's forms call it.
final class OptionWords {
    private static final Messages MESSAGES = Messages.of(OptionWords.class);

    /// With what stands for its value, as in `--heir ROLE`.
    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)(?: [A-Z]{2,}\\b)?");

    private OptionWords() {}

    /// An option that no form asks for stays as it is.
    static String of(SourceKinds kinds, String sentence) {
        return OPTION.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(called(kinds, found.group(1))
                        .map(words -> MESSAGES.text("option", words))
                        .orElseGet(found::group)));
    }

    private static Optional<String> called(SourceKinds kinds, String option) {
        String key = "option." + option;
        return MESSAGES.has(key)
                ? Optional.of(MESSAGES.text(key))
                : kinds.all().stream()
                        .flatMap(kind -> kind.settings().stream())
                        .filter(setting -> setting.option().equals(option))
                        .map(Setting::called)
                        .findFirst();
    }
}
