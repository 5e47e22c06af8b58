package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// The columns of what ends.
final class ExpiringColumns {

    private static final Messages MESSAGES = Messages.of(ExpiringColumns.class);

    private ExpiringColumns() {}

    static List<TableColumn<Expiring, ?>> of(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.band"),
                        11,
                        Expiring::band,
                        band -> Chip.of(BandBar.tone(band), ExpiringViewModel.bandWords(band)),
                        Comparator.naturalOrder()),
                Columns.drawn(
                        MESSAGES.text("column.ends"),
                        16,
                        Expiring::expiry,
                        expiry -> ends(expiry, now.get()),
                        Comparator.comparing(ExpiringColumns::instant)),
                Columns.words(MESSAGES.text("column.name"), 18, ExpiringColumns::name),
                Columns.words(MESSAGES.text("column.kind"), 14, it -> Words.kind(it.kind())),
                Columns.words(MESSAGES.text("column.holder"), 19, ExpiringColumns::holder),
                Columns.words(MESSAGES.text("column.owner"), 12, it -> Words.owner(it.ownership())));
    }

    private static Node ends(Expiry expiry, Instant now) {
        Label label = new Label(
                switch (expiry) {
                    case Expiry.At(Instant at) -> Words.relative(at, now) + ", " + Words.day(at);
                    case Expiry.Never never -> Words.expiry(never, now);
                    case Expiry.Unknown unknown -> Words.expiry(unknown, now);
                });
        label.setTooltip(
                new Tooltip(expiry instanceof Expiry.At(Instant at) ? Words.moment(at) : Words.expiry(expiry, now)));
        return label;
    }

    private static Instant instant(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At(Instant at) -> at;
            case Expiry.Unknown _ -> Instant.MAX.minusSeconds(1);
            case Expiry.Never() -> Instant.MAX;
        };
    }

    private static String name(Expiring it) {
        return it.name().isBlank() ? it.id().nativeId() : it.name();
    }

    private static String holder(Expiring it) {
        return it.holder() == null
                ? MESSAGES.text("holder.none")
                : Words.brief(it.holder().nativeId());
    }
}
