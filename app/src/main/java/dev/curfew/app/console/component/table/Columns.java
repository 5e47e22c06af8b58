package dev.curfew.app.console.component.table;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Makes table columns. Widths are in em, so that they grow with the text.
public final class Columns {

    /// The key of a column's width in em, which `DataTable` turns into pixels.
    static final String EMS = "ems";

    /// The key of the width in em below which a column says nothing any more.
    static final String EMS_LEAST = "ems-least";

    /// Words are cut off, and whole in their tooltip; numbers, moments and chips are not.
    private static final double WORDS_LEAST = 0.6;

    private Columns() {}

    /// Plain words. A cut-off value is whole in its tooltip.
    public static <R> TableColumn<R, String> words(String title, double ems, Function<R, String> value) {
        TableColumn<R, String> column = whole(title, ems, value);
        column.getProperties().put(EMS_LEAST, ems * WORDS_LEAST);
        return column;
    }

    /// Words that say nothing, or something else, once they are cut: a moment.
    public static <R> TableColumn<R, String> whole(String title, double ems, Function<R, String> value) {
        TableColumn<R, String> column = column(title, ems, value);
        column.setCellFactory(_ -> new WordsCell<>(""));
        return column;
    }

    /// An id, an ARN: in the font where letters line up.
    public static <R> TableColumn<R, String> code(String title, double ems, Function<R, String> value) {
        TableColumn<R, String> column = column(title, ems, value);
        column.getProperties().put(EMS_LEAST, ems * WORDS_LEAST);
        column.setCellFactory(_ -> new WordsCell<>("code"));
        return column;
    }

    /// A number, aligned right.
    public static <R> TableColumn<R, Number> number(String title, double ems, Function<R, Number> value) {
        TableColumn<R, Number> column = column(title, ems, value);
        column.getStyleClass().add("number-column");
        column.setCellFactory(_ -> new TableCell<>() {
            {
                getStyleClass().add("number-cell");
            }

            @Override
            protected void updateItem(@Nullable Number item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : String.format("%,d", item.longValue()));
            }
        });
        return column;
    }

    /// A drawn value (a chip); its words are for sorting, copying and reading aloud.
    public static <R, V> TableColumn<R, V> drawn(
            String title, double ems, Function<R, V> value, Function<V, Node> draw, Comparator<V> order) {
        TableColumn<R, V> column = column(title, ems, value);
        column.setComparator(order);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : draw.apply(item));
            }
        });
        return column;
    }

    private static <R, V> TableColumn<R, V> column(String title, double ems, Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.getProperties().put(EMS, ems);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(value.apply(features.getValue())));
        return column;
    }

    private static final class WordsCell<R> extends TableCell<R, String> {

        private final Tooltip whole = new Tooltip();

        WordsCell(String styleClass) {
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            whole.setText(item);
            setTooltip(empty || item == null || item.isEmpty() ? null : whole);
        }
    }
}
