package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import java.time.InstantSource;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A table's head can be read and pressed, at both text sizes.
class TableHeadsTest {
    private static final InstantSource CLOCK = () -> SampleWorkspace.NOW;

    private static SampleWorkspace empty;

    @BeforeAll
    static void open() throws Exception {
        empty = SampleWorkspace.empty();
    }

    @AfterAll
    static void close() throws Exception {
        empty.close();
    }

    private static ShellBench bench(TextSize size) {
        Theme theme = new Theme();
        theme.textSize().set(size);
        return new ShellBench(empty.desk(), theme, CLOCK, Destination.of(Place.REVOCATION));
    }

    private static <R> void sort(TableView<R> table, int column) {
        table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(column)));
    }

    /// The titles as they are drawn: one without room for it has dots at its end.
    private static List<String> titles(TableView<?> table) {
        return table.lookupAll(".column-header > .label").stream()
                .map(Label.class::cast)
                .filter(label -> !label.getText().isEmpty())
                .map(label -> ((Text) label.lookup(".text")).getText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = TextSize.class,
            names = {"PERCENT_100", "PERCENT_150"})
    void aTitleIsWholeAlsoBesideTheArrowOfASortedColumn(TextSize size) throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(size)) {
                TableView<?> table = (TableView<?>) bench.find("#revocation-table");
                for (int i = 0; i < table.getVisibleLeafColumns().size(); i++) {
                    sort(table, i);
                    bench.settle();
                    assertThat(table.lookupAll(".column-header .arrow")).isNotEmpty();
                    assertThat(titles(table))
                            .containsExactlyInAnyOrderElementsOf(table.getVisibleLeafColumns().stream()
                                    .map(TableColumn::getText)
                                    .toList());
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = TextSize.class,
            names = {"PERCENT_100", "PERCENT_150"})
    void theMenusButtonIsWhole(TextSize size) throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(size)) {
                Node table = bench.find("#revocation-table");
                Node button = table.lookup(".show-hide-columns-button");
                Bounds dots = button.lookup(".show-hide-column-image").getBoundsInParent();
                Bounds whole = button.getLayoutBounds();
                assertThat(whole.getWidth()).isGreaterThanOrEqualTo(12.0 * size.percent() / 100);
                assertThat(dots.getCenterX()).isCloseTo(whole.getCenterX(), within(1.5));
                assertThat(button.localToScene(whole).getMaxX())
                        .isLessThanOrEqualTo(
                                table.localToScene(table.getLayoutBounds()).getMaxX());
            }
        });
    }
}
