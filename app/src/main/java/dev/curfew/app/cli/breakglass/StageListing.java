package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The stages of drills, a line each.
final class StageListing {
    private static final Messages MESSAGES = Messages.of(StageListing.class);

    static final Listing<Row> LISTING = new Listing<>(
            "curfew.drill-stages/1",
            List.of(
                    Column.whole(MESSAGES.text("path"), row -> row.report().path()),
                    Column.whole(
                            MESSAGES.text("stage"), row -> row.stage().stage().words()),
                    Column.whole(
                            MESSAGES.text("verdict"),
                            row -> row.stage().verdict().words()),
                    Column.whole(MESSAGES.text("millis"), Row::millis),
                    Column.of(MESSAGES.text("what"), row -> row.stage().sentence())),
            StageListing::json,
            MESSAGES.text("stages.none"));

    private StageListing() {}

    /// A stage of a drill.
    record Row(DrillReport report, StageResult stage) {
        String millis() {
            return stage.isFine() ? String.valueOf(stage.took().toMillis()) : "";
        }
    }

    static Stream<Row> rows(DrillReport report) {
        return report.stages().stream().map(stage -> new Row(report, stage));
    }

    private static Map<String, @Nullable Object> json(Row row) {
        return new Fields()
                .put("path", row.report().path())
                .put("drill", row.report().id())
                .put("stage", row.stage().stage().word())
                .put("verdict", row.stage().verdict().name())
                .put("millis", row.stage().took().toMillis())
                .put("at", row.stage().at())
                .put("sentence", row.stage().sentence())
                .put("next", row.stage().next())
                .map();
    }
}
