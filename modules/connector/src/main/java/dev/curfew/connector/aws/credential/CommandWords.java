package dev.curfew.connector.aws.credential;

import java.util.ArrayList;
import java.util.List;

/// Parts a command into its words as a POSIX shell would, without doing anything else that a shell does.
final class CommandWords {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private char quote;

    private CommandWords() {}

    /// @throws dev.curfew.model.port.SourceException if a quote is not closed
    static List<String> of(String command) {
        CommandWords parted = new CommandWords();
        for (int i = 0; i < command.length(); i++) {
            char each = command.charAt(i);
            if (each == '\\' && i + 1 < command.length() && parted.isEscaping(command.charAt(i + 1))) {
                i++;
                parted.take(command.charAt(i));
            } else {
                parted.next(each);
            }
        }
        if (parted.quote != 0) {
            throw NoKey.because("process.quote");
        }
        parted.end();
        return List.copyOf(parted.words);
    }

    /// <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03>
    private boolean isEscaping(char next) {
        return quote == 0 || (quote == '"' && "\"\\$`".indexOf(next) >= 0);
    }

    private void next(char each) {
        if (quote != 0) {
            if (each == quote) {
                quote = 0;
            } else {
                take(each);
            }
        } else if (each == '\'' || each == '"') {
            quote = each;
            begun = true;
        } else if (Character.isWhitespace(each)) {
            end();
        } else {
            take(each);
        }
    }

    private void take(char each) {
        word.append(each);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
