package dev.curfew.app.console.screen.overview;

import dev.curfew.analysis.velocity.Movement;
import dev.curfew.app.console.component.chart.ChartOrTable;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.usecase.velocity.VelocityDay;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How fast access moves, by day. Where no two readings can be compared yet, it says so, and draws nothing.
final class VelocityView extends VBox {

    private static final Messages MESSAGES = Messages.of(VelocityView.class);

    private final VelocityChart chart = new VelocityChart();
    private final DataTable<VelocityDay> table = new DataTable<>(
            MESSAGES.text("velocity.table"),
            List.of(
                    Columns.words(MESSAGES.text("velocity.day"), 8, VelocityWords::day),
                    Columns.words(
                            MESSAGES.text("velocity.created"), 8, day -> VelocityWords.words(day, Movement::created)),
                    Columns.words(
                            MESSAGES.text("velocity.changed"), 8, day -> VelocityWords.words(day, Movement::changed)),
                    Columns.words(MESSAGES.text("velocity.gone"), 8, day -> VelocityWords.words(day, Movement::gone)),
                    Columns.number(MESSAGES.text("velocity.reviewed"), 8, VelocityDay::reviewed),
                    Columns.number(MESSAGES.text("velocity.revoked"), 8, VelocityDay::revoked)));
    private final ChartOrTable days = new ChartOrTable(chart.view(), table);
    private final Label heading = new Label(MESSAGES.text("velocity.heading"));

    VelocityView() {
        heading.getStyleClass().add("section-title");
        getStyleClass().add("velocity");
        say(MESSAGES.text("velocity.loading"));
    }

    void show(List<VelocityDay> found) {
        boolean nothing = found.stream()
                .allMatch(day -> day.compared().moved().isEmpty() && day.reviewed() == 0 && day.revoked() == 0);
        if (nothing) {
            say(MESSAGES.text("velocity.none"));
            return;
        }
        chart.show(found);
        table.show(found);
        days.changed(VelocityWords.sentence(found));
        getChildren().setAll(heading, days);
    }

    void failed() {
        say(MESSAGES.text("velocity.failed"));
    }

    private void say(String words) {
        Label said = new Label(words);
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        getChildren().setAll(heading, said);
    }
}
