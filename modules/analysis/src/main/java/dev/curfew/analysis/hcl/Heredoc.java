package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;

/// `<<NAME` up to a line that holds only that name; with `<<-NAME` the text's indentation is that line's.
final class Heredoc {
    private Heredoc() {}

    static String read(Cursor cursor) throws PolicySyntaxException {
        cursor.next();
        if (cursor.next() != '<') {
            throw cursor.problem("a character that means nothing here");
        }
        boolean indented = cursor.peek() == '-';
        if (indented) {
            cursor.next();
        }
        int start = cursor.place();
        while (Cursor.isLetter(cursor.peek()) || Cursor.isDigit(cursor.peek())) {
            cursor.next();
        }
        String name = cursor.since(start);
        if (name.isEmpty() || cursor.next() != '\n') {
            throw cursor.problem("a heredoc has a name and then a line's end");
        }
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = line(cursor);
            if (ends(line, name)) {
                return indented ? unindented(lines, margin(line, name)) : plain(lines, margin(line, name));
            }
            lines.add(line);
        }
    }

    private static String line(Cursor cursor) throws PolicySyntaxException {
        int start = cursor.place();
        while (cursor.peek() != '\n') {
            if (cursor.next() == Cursor.END) {
                throw cursor.problem("a heredoc does not end");
            }
        }
        String line = cursor.since(start);
        cursor.next();
        return line;
    }

    /// Carriage returns may follow the name.
    private static boolean ends(String line, String name) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        String bare = line.substring(0, end);
        return bare.endsWith(name)
                && bare.substring(0, bare.length() - name.length()).chars().allMatch(Heredoc::isBlank);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// All of the last line but as many characters as the name has.
    private static String margin(String last, String name) {
        return last.substring(0, last.length() - name.length());
    }

    private static String plain(List<String> lines, String margin) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append(margin).toString();
    }

    private static String unindented(List<String> lines, String margin) {
        if (!lines.stream().allMatch(line -> line.startsWith(margin))) {
            String text = plain(lines, margin.isEmpty() ? "" : margin.substring(0, margin.length() - 1));
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
                end--;
            }
            return text.substring(0, end);
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line, margin.length(), line.length()).append('\n'));
        return text.toString();
    }
}
