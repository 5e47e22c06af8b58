package dev.curfew.connector.csv;

import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// The rows that could not be used, and why.
public final class Wrong {
    private static final Messages MESSAGES = Messages.of(Wrong.class);

    /// More are counted: a sentence has an end.
    private static final int NAMED_MAX = 5;

    private final List<String> named = new ArrayList<>();
    private long count;

    void row(long line, Header header, WrongCell why) {
        add(
                why.column().isEmpty()
                        ? MESSAGES.text("wrong.row", line, why.expected())
                        : MESSAGES.text("wrong.cell", line, header.at(why.column()) + 1, why.column(), why.expected()));
    }

    void add(String words) {
        count++;
        if (named.size() < NAMED_MAX) {
            named.add(words);
        }
    }

    public long count() {
        return count;
    }

    /// Tells it as what the scope lacks.
    public void tell(Sheet sheet) {
        String words = String.join("; ", named);
        String all = count > NAMED_MAX ? MESSAGES.text("wrong.more", words, count - NAMED_MAX) : words;
        for (long each = 0; each < count; each++) {
            sheet.miss(all);
        }
    }
}
