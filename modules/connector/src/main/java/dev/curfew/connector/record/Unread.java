package dev.curfew.connector.record;

import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// What of a record could not be read.
final class Unread {
    /// The first of many tell what is wrong with them.
    private static final int NAMED_MAX = 5;

    private static final Messages MESSAGES = Messages.of(Unread.class);

    private final List<String> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private long lines;
    private long files;

    void line(RecordFile file, long line) {
        lines++;
        if (places.size() < NAMED_MAX) {
            places.add(file.name() + ":" + line);
        }
    }

    /// A file, or the rest of it.
    void file(RecordFile file) {
        files++;
        if (names.size() < NAMED_MAX) {
            names.add(file.name());
        }
    }

    long files() {
        return files;
    }

    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (lines > 0) {
            gaps.add(MESSAGES.text("gap.lines", lines, named(places, lines)));
        }
        if (files > 0) {
            gaps.add(MESSAGES.text("gap.files", files, named(names, files)));
        }
        return gaps;
    }

    private static String named(List<String> some, long all) {
        String text = String.join(", ", some);
        return all > some.size() ? MESSAGES.text("and-more", text, all - some.size()) : text;
    }
}
