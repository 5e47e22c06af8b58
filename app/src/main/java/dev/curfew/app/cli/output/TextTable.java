package dev.curfew.app.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Rows under titles, aligned by blanks. Where the line is too short, the widest columns are cut, with an ellipsis;
/// those that must stay whole never are: then the line is longer than the terminal, and nothing is lost.
public final class TextTable<T> {
    private static final String GAP = "  ";
    private static final String CUT = "…";

    /// Below this a cut cell says nothing.
    private static final int CELL_MIN = 8;

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final List<Column<T>> columns;

    public TextTable(List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
    }

    /// @param width characters a line has; empty: as many as it takes
    public List<String> lines(List<T> rows, Optional<Integer> width, boolean bold) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::title).toList());
        for (T row : rows) {
            cells.add(columns.stream()
                    .map(column -> oneLine(column.cell().apply(row)))
                    .toList());
        }
        int[] widths = widths(cells);
        width.ifPresent(limit -> shrink(widths, limit));
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            String line = line(row, widths);
            lines.add(bold && lines.isEmpty() ? BOLD + line + PLAIN : line);
        }
        return lines;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private int[] widths(List<List<String>> cells) {
        int[] widths = new int[columns.size()];
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    /// Takes a character at a time from the widest column that may be cut, until the line fits or none is left.
    private void shrink(int[] widths, int limit) {
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - limit;
        for (; excess > 0; excess--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean cuttable = !columns.get(i).whole() && widths[i] > CELL_MIN;
                if (cuttable && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(row.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP).append(cell).repeat(' ', widths[i] - length(cell));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + CUT;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
