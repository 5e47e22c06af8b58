package dev.curfew.app.console.component.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Fits a table's columns into its width: words shrink first, then the last columns are put away until there is room
/// again. A title is never cut. What a person asked for in the table's menu stays, and scrolls sideways if it must.
final class ColumnFit<R> {
    /// Fewer columns are no table: a state and a name.
    private static final int COLUMNS_MIN = 2;

    private final List<TableColumn<R, ?>> columns;
    private final Set<TableColumn<R, ?>> putAway = new LinkedHashSet<>();
    private final Set<TableColumn<R, ?>> asked = new HashSet<>();
    private boolean fitting;

    ColumnFit(List<TableColumn<R, ?>> columns) {
        this.columns = List.copyOf(columns);
        for (TableColumn<R, ?> column : columns) {
            column.visibleProperty().subscribe((_, visible) -> choose(column, visible));
        }
    }

    private void choose(TableColumn<R, ?> column, boolean visible) {
        if (fitting) {
            return;
        }
        putAway.remove(column);
        if (visible) {
            asked.add(column);
        } else {
            asked.remove(column);
        }
    }

    /// @param room in pixels
    /// @param em pixels of an em
    void fit(double room, double em) {
        List<TableColumn<R, ?>> wanted = columns.stream()
                .filter(column -> column.isVisible() || putAway.contains(column))
                .toList();
        List<TableColumn<R, ?>> shown = new ArrayList<>(wanted);
        for (int i = wanted.size() - 1; i >= COLUMNS_MIN && sum(shown, em, Columns.EMS_LEAST) > room; i--) {
            if (!asked.contains(wanted.get(i))) {
                shown.remove(wanted.get(i));
            }
        }
        fitting = true;
        try {
            putAway.clear();
            for (TableColumn<R, ?> column : wanted) {
                boolean fits = shown.contains(column);
                column.setVisible(fits);
                if (!fits) {
                    putAway.add(column);
                }
            }
        } finally {
            fitting = false;
        }
        share(shown, room, em);
    }

    /// A sorted column has an arrow beside its title; the last one gives the room for it. The others stay as a person
    /// may have made them.
    void widenSorted(double em) {
        TableColumn<R, ?> last =
                columns.stream().filter(TableColumn::isVisible).toList().getLast();
        columns.stream().filter(ColumnFit::isSorted).forEach(column -> {
            double more = head(column) * em - column.getWidth();
            if (more > 0) {
                last.setPrefWidth(Math.max(width(last, em, Columns.EMS_LEAST), last.getWidth() - more));
                column.setPrefWidth(column.getWidth() + more);
            }
        });
    }

    /// The last column takes the room that is left: there the longest words are. So it also gives way first.
    private static <R> void share(List<TableColumn<R, ?>> shown, double room, double em) {
        List<TableColumn<R, ?>> others = shown.subList(0, shown.size() - 1);
        TableColumn<R, ?> last = shown.getLast();
        double roomOfOthers = room - width(last, em, Columns.EMS_LEAST);
        double whole = sum(others, em, Columns.EMS);
        double least = sum(others, em, Columns.EMS_LEAST);
        double given = whole <= roomOfOthers || whole == least
                ? 1
                : Math.clamp((roomOfOthers - least) / (whole - least), 0, 1);
        double left = room;
        for (TableColumn<R, ?> column : others) {
            double small = width(column, em, Columns.EMS_LEAST);
            // The table would round up, and need more room than there is.
            double width = Math.floor(small + given * (width(column, em, Columns.EMS) - small));
            column.setPrefWidth(width);
            left -= width;
        }
        last.setPrefWidth(Math.floor(Math.max(width(last, em, Columns.EMS_LEAST), left)));
    }

    private static <R> double sum(List<TableColumn<R, ?>> columns, double em, String key) {
        return columns.stream().mapToDouble(column -> width(column, em, key)).sum();
    }

    private static double width(TableColumn<?, ?> column, double em, String key) {
        Object least = column.getProperties().get(key);
        Object ems = least == null ? column.getProperties().get(Columns.EMS) : least;
        return ems instanceof Double number ? Math.max(number, head(column)) * em : column.getMinWidth();
    }

    private static double head(TableColumn<?, ?> column) {
        double arrow = isSorted(column) ? HeadWords.ARROW_EMS : 0;
        return HeadWords.ems(column.getText()) + arrow;
    }

    private static boolean isSorted(TableColumn<?, ?> column) {
        TableView<?> table = column.getTableView();
        return table != null && table.getSortOrder().contains(column);
    }
}
