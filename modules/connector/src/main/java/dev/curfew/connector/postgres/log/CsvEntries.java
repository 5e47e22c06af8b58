package dev.curfew.connector.postgres.log;

import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.Entry;
import dev.curfew.connector.record.line.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `csvlog`: records of fields, in which text between quotes may hold line ends and, doubled, quotes. The server always
/// closes what it opens, so that nothing that somebody sent passes for a record of its own.
///
/// <https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-CSVLOG>
final class CsvEntries implements Entries<LogLine> {
    /// As of version 12, before `backend_type`, `leader_pid` and `query_id` came.
    private static final Pattern NUMBER_TEXT = Pattern.compile("\\d{1,18}");

    private static final int FIELDS_MIN = 23;

    private static final int FIELDS_MAX = 40;
    private static final int CONNECTION = 4;
    private static final int SESSION = 5;
    private static final int NUMBER = 6;
    private static final int SEVERITY = 11;
    private static final int STATE = 12;
    private static final int MESSAGE = 13;
    private static final int DETAIL = 14;
    private static final int STATEMENT = 19;
    private static final int APPLICATION = 22;

    private final Lines lines;

    /// What is looked at again: lines of a record that turned out to be none.
    private final Deque<Lines.Line> back = new ArrayDeque<>();

    CsvEntries(InputStream in) {
        lines = new Lines(in);
    }

    @Override
    public Optional<Entry<LogLine>> next() throws IOException {
        List<Lines.Line> record = new ArrayList<>();
        int letters = 0;
        boolean isOpen = false;
        boolean isTooLong = false;
        for (Optional<Lines.Line> next = line(); next.isPresent(); next = line()) {
            Lines.Line line = next.get();
            if (record.isEmpty() && line.text().isBlank() && !line.tooLong()) {
                continue;
            }
            isOpen ^= line.text().chars().filter(sign -> sign == '"').count() % 2 == 1;
            letters += line.text().length();
            isTooLong |= line.tooLong() || letters > Lines.BYTES_MAX;
            if (!isTooLong || record.isEmpty()) {
                record.add(line);
            }
            if (!isOpen && (line.ended() || isWhole(record))) {
                return Optional.of(
                        isTooLong ? new Entry.Broken<>(record.getFirst().number()) : entry(record));
            }
        }
        return Optional.empty();
    }

    private Optional<Lines.Line> line() throws IOException {
        return back.isEmpty() ? lines.next() : Optional.of(back.pop());
    }

    /// Whether the last of a file, which has no line end, is all there.
    private static boolean isWhole(List<Lines.Line> record) {
        return fields(text(record)).size() >= FIELDS_MIN;
    }

    private Entry<LogLine> entry(List<Lines.Line> record) {
        long line = record.getFirst().number();
        List<String> fields = fields(text(record));
        Optional<Instant> at = fields.size() < FIELDS_MIN || fields.size() > FIELDS_MAX
                ? Optional.empty()
                : LogTime.of(fields.getFirst());
        if (at.isEmpty()) {
            // one that was cut off took the beginning of the next for its own end
            for (int i = record.size() - 1; i > 0; i--) {
                back.push(record.get(i));
            }
            return new Entry.Broken<>(line);
        }
        return new Entry.Whole<>(line, at.get(), line(fields));
    }

    private static LogLine line(List<String> fields) {
        String connection = fields.get(CONNECTION);
        int port = connection.lastIndexOf(':');
        return new LogLine(
                fields.getFirst(),
                fields.get(1),
                fields.get(2),
                port < 0 ? connection : connection.substring(0, port),
                fields.get(APPLICATION),
                fields.get(SESSION),
                number(fields.get(NUMBER)),
                fields.get(SEVERITY),
                fields.get(STATE),
                fields.get(MESSAGE),
                fields.get(DETAIL),
                fields.get(STATEMENT));
    }

    private static long number(String text) {
        return NUMBER_TEXT.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private static String text(List<Lines.Line> record) {
        return String.join("\n", record.stream().map(Lines.Line::text).toList());
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                boolean isDoubled = isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (isDoubled) {
                    field.append(sign);
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (sign == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(sign);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
