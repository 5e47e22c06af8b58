package dev.curfew.app.cli.kill;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.revocation.Containments;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of each step, also of those that were left.
final class ContainListing {
    private static final Messages MESSAGES = Messages.of(ContainListing.class);

    /// @param record empty where it was not done
    record Row(String plan, PlannedStep step, Optional<StepRecord> record, Optional<Path> spool) {
        private String state() {
            return record.map(it -> it.state().name().toLowerCase(Locale.ROOT)).orElse("left");
        }
    }

    static final Listing<Row> LISTING = new Listing<>(
            "curfew.containment/1",
            List.of(
                    Column.whole(MESSAGES.text("contain.plan"), Row::plan),
                    Column.whole(
                            MESSAGES.text("contain.credential"),
                            row -> row.step().credential().text()),
                    Column.of(
                            MESSAGES.text("contain.action"),
                            row -> row.step().action().code()),
                    Column.of(MESSAGES.text("contain.state"), Row::state),
                    Column.of(
                            MESSAGES.text("contain.ledger"),
                            row -> MESSAGES.text(row.spool().isEmpty() ? "contain.entered" : "contain.unratified"))),
            ContainListing::json,
            MESSAGES.text("contain.none"));

    private ContainListing() {}

    static List<Row> rows(Containments.Report report) {
        return report.plan().steps().stream()
                .map(step -> new Row(
                        report.plan().id(),
                        step,
                        report.records().stream()
                                .filter(record -> record.ordinal() == step.ordinal())
                                .findFirst(),
                        report.spool()))
                .toList();
    }

    private static Map<String, @Nullable Object> json(Row row) {
        return new Fields()
                .put("plan", row.plan())
                .put("credential", row.step().credential().text())
                .put("action", row.step().action().code())
                .put("state", row.state())
                .put("detail", row.record().map(StepRecord::detail).orElse(""))
                .put("spool", row.spool().map(Path::toString).orElse(""))
                .map();
    }
}
