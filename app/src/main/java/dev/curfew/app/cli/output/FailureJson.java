package dev.curfew.app.cli.output;

import java.util.regex.Pattern;

/// A failure for scripts: one object on one line.
public final class FailureJson {
    /// Between what happened and what to do.
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=[.?!])\\s+(?=\\p{Lu})");

    private FailureJson() {}

    /// @param words what happened, and behind that what to do
    /// @param exitCode what the command ends with
    public static String of(String words, int exitCode) {
        String[] sentences = NEXT_SENTENCE.split(words, 2);
        return JsonText.line(new Fields()
                .put("schema", "curfew.failure/1")
                .put("error", sentences[0])
                .put("next", sentences.length == 1 ? null : sentences[1])
                .put("exitCode", exitCode)
                .map());
    }
}
