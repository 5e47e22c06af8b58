package dev.curfew.app.console.component.table;

import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A table whose rows can be narrowed and sorted, with columns measured in em: the sheet says `-curfew-em: 1em`, and
/// CSS turns that into pixels whenever the text's size changes.
public final class DataTable<R> extends TableView<R> {

    private static final StyleablePropertyFactory<DataTable<?>> FACTORY =
            new StyleablePropertyFactory<>(TableView.getClassCssMetaData());

    private static final CssMetaData<DataTable<?>, Number> EM =
            FACTORY.createSizeCssMetaData("-curfew-em", table -> table.em, 13.0);

    private static final double ROW_EMS = 2.35;

    /// What a scroll bar and the borders take.
    private static final double SCROLL_BAR_EMS = 1.2;

    private final ObservableList<R> all = FXCollections.observableArrayList();
    private final FilteredList<R> filtered = new FilteredList<>(all);
    private final ColumnFit<R> fit;
    private Room fitted = new Room(0, 0, List.of());
    private final StyleableProperty<Number> em = new javafx.css.SimpleStyleableDoubleProperty(EM, this, "em", 13.0) {
        @Override
        protected void invalidated() {
            measure(get());
        }
    };

    /// @param words what the table holds, for a screen reader
    public DataTable(String words, List<TableColumn<R, ?>> columns) {
        getStyleClass().addAll("data-table", "dense");
        setAccessibleText(words);
        SortedList<R> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns().setAll(columns);
        fit = new ColumnFit<>(columns);
        getSortOrder().subscribe(() -> fit.widenSorted(em.getValue().doubleValue()));
        setTableMenuButtonVisible(true);
        measure(em.getValue().doubleValue());
    }

    public void show(List<R> rows) {
        all.setAll(rows);
    }

    /// Shows this in place of any rows.
    public void standIn(Node placeholder) {
        all.clear();
        setPlaceholder(placeholder);
    }

    public void narrow(Predicate<R> keep) {
        filtered.setPredicate(keep);
    }

    /// All rows, shown or not.
    public List<R> rows() {
        return all;
    }

    /// The rows that pass the filter.
    public ObservableList<R> shown() {
        return filtered;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /// Fits the columns whenever the room has changed; in between a person may have given them other widths.
    @Override
    protected void layoutChildren() {
        double pixels = em.getValue().doubleValue();
        Room now = new Room(getWidth(), pixels, List.copyOf(getVisibleLeafColumns()));
        if (getWidth() > 0 && !now.equals(fitted)) {
            fit.fit(getWidth() - SCROLL_BAR_EMS * pixels, pixels);
            fitted = new Room(getWidth(), pixels, List.copyOf(getVisibleLeafColumns()));
        }
        super.layoutChildren();
    }

    private record Room(double width, double em, List<?> columns) {}

    /// Rows are whole pixels high: on fractions their lines come out of different thickness.
    private void measure(double emPixels) {
        setFixedCellSize(Math.rint(ROW_EMS * emPixels));
        requestLayout();
    }
}
