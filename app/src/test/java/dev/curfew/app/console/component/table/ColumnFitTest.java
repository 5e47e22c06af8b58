package dev.curfew.app.console.component.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;

class ColumnFitTest {
    private final TableColumn<String, ?> state = Columns.number("state", 10, _ -> 1);
    private final TableColumn<String, ?> name = Columns.words("name", 20, row -> row);
    private final TableColumn<String, ?> owner = Columns.words("owner", 10, row -> row);
    private final TableColumn<String, ?> count = Columns.number("count", 8, _ -> 1);
    private final List<TableColumn<String, ?>> all = List.of(state, name, owner, count);
    private final ColumnFit<String> fit = new ColumnFit<>(all);

    private List<String> visible() {
        return all.stream()
                .filter(TableColumn::isVisible)
                .map(TableColumn::getText)
                .toList();
    }

    private double width() {
        return all.stream()
                .filter(TableColumn::isVisible)
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
    }

    @Test
    void theLastColumnTakesTheRoomThatIsLeft() {
        fit.fit(600, 10);

        assertThat(visible()).containsExactly("state", "name", "owner", "count");
        assertThat(name.getPrefWidth()).isEqualTo(200);
        assertThat(width()).isEqualTo(600);
    }

    @Test
    void wordsShrinkBeforeAnythingIsPutAway() {
        fit.fit(400, 10);

        assertThat(visible()).containsExactly("state", "name", "owner", "count");
        assertThat(state.getPrefWidth()).isEqualTo(100);
        assertThat(name.getPrefWidth()).isLessThan(200);
        assertThat(width()).isCloseTo(400, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void aMomentIsNotCut() {
        TableColumn<String, ?> moment = Columns.whole("when", 15, row -> row);
        ColumnFit<String> two = new ColumnFit<>(List.of(moment, owner, name));

        two.fit(340, 10);

        assertThat(moment.getPrefWidth()).isEqualTo(150);
        assertThat(owner.getPrefWidth()).isLessThan(100);
    }

    @Test
    void theLastGivesWayFirst() {
        ColumnFit<String> three = new ColumnFit<>(List.of(state, owner, name));

        three.fit(330, 10);

        assertThat(owner.getPrefWidth()).isEqualTo(100);
        assertThat(name.getPrefWidth()).isEqualTo(130);
    }

    @Test
    void aTitleIsNotCut() {
        TableColumn<String, ?> planned = Columns.words("Planned by", 2, row -> row);
        ColumnFit<String> two = new ColumnFit<>(List.of(planned, name));

        two.fit(300, 10);

        assertThat(planned.getPrefWidth()).isBetween(70.0, 90.0);
    }

    @Test
    void theLastArePutAwayAndComeBack() {
        fit.fit(290, 10);
        assertThat(visible()).containsExactly("state", "name", "owner");

        fit.fit(225, 10);
        assertThat(visible()).containsExactly("state", "name");

        fit.fit(600, 10);
        assertThat(visible()).containsExactly("state", "name", "owner", "count");
    }

    @Test
    void whatAPersonAskedForStaysAndWhatTheyPutAwayStaysAway() {
        owner.setVisible(false);
        fit.fit(225, 10);
        assertThat(visible()).containsExactly("state", "name");

        count.setVisible(true);
        fit.fit(225, 10);
        assertThat(visible()).containsExactly("state", "name", "count");

        fit.fit(600, 10);
        assertThat(visible()).containsExactly("state", "name", "count");
    }
}
