package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.inventory.InventoryRow;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// The inventory's columns.
final class InventoryColumns {

    private static final Messages MESSAGES = Messages.of(InventoryColumns.class);

    private final Supplier<Instant> now;

    private InventoryColumns(Supplier<Instant> now) {
        this.now = now;
    }

    static List<TableColumn<InventoryRow, ?>> of(Supplier<Instant> now) {
        InventoryColumns columns = new InventoryColumns(now);
        TableColumn<InventoryRow, String> source =
                Columns.words(MESSAGES.text("column.source"), 11, row -> row.id().source().value());
        source.setVisible(false);
        TableColumn<InventoryRow, String> id = Columns.code(MESSAGES.text("column.id"), 30, row -> row.id().text());
        id.setVisible(false);
        return List.of(
                columns.state(),
                Columns.words(MESSAGES.text("column.name"), 18, InventoryRow::name),
                Columns.words(MESSAGES.text("column.kind"), 13, row -> Words.kind(row.kind())),
                source,
                columns.owner(),
                Columns.number(MESSAGES.text("column.credentials"), 7, InventoryRow::credentials),
                Columns.number(MESSAGES.text("column.grants"), 5.5, InventoryRow::grants),
                columns.lastUse(),
                columns.ends(),
                id);
    }

    /// Many findings sort first: they are why one looks.
    private TableColumn<InventoryRow, InventoryRow> state() {
        return Columns.drawn(
                MESSAGES.text("column.state"),
                13.5,
                Function.identity(),
                InventoryColumns::chip,
                Comparator.comparingInt(row -> -row.findings().size()));
    }

    private static Node chip(InventoryRow row) {
        int more = row.findings().size() - 1;
        if (more < 0) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("state.none"));
        }
        String first = row.findings().getFirst();
        Chip chip = Chip.of(Tone.CARE, more == 0 ? first : MESSAGES.text("state.more", first, more));
        chip.setTooltip(new Tooltip(String.join("\n", row.findings())));
        return chip;
    }

    private TableColumn<InventoryRow, Ownership> owner() {
        return Columns.drawn(
                MESSAGES.text("column.owner"),
                11,
                InventoryRow::ownership,
                InventoryColumns::owner,
                Comparator.comparing(Words::owner));
    }

    private static Node owner(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned(String owner, _) -> new Label(owner);
            case Ownership.OwnerGone gone -> Chip.of(Tone.CARE, Words.owner(gone));
            case Ownership.Unowned nobody -> Chip.of(Tone.CARE, Words.owner(nobody));
        };
    }

    private TableColumn<InventoryRow, Usage> lastUse() {
        return Columns.drawn(
                MESSAGES.text("column.use"),
                13,
                InventoryRow::lastUse,
                this::use,
                Comparator.comparing(InventoryColumns::lastSeen));
    }

    private Node use(Usage usage) {
        Label label =
                switch (usage) {
                    case Usage.Seen(Instant at, _, _) -> new Label(Words.relative(at, now.get()));
                    case Usage.NoneSeen none -> new Label(Words.usage(none, now.get()));
                    case Usage.NotObserved _ -> Chip.of(Tone.UNKNOWN, MESSAGES.text("unknown"));
                };
        label.setTooltip(new Tooltip(Words.usage(usage, now.get()) + "\n" + Words.evidence(usage)));
        return label;
    }

    private static Instant lastSeen(Usage usage) {
        return switch (usage) {
            case Usage.Seen(Instant at, _, _) -> at;
            case Usage.NoneSeen _ -> Instant.EPOCH;
            case Usage.NotObserved _ -> Instant.MIN;
        };
    }

    private TableColumn<InventoryRow, Expiry> ends() {
        return Columns.drawn(
                MESSAGES.text("column.ends"),
                13,
                InventoryRow::nextExpiry,
                this::end,
                Comparator.comparing(InventoryColumns::endsAt));
    }

    private Node end(Expiry expiry) {
        Label label =
                switch (expiry) {
                    case Expiry.At(Instant at) when at.isBefore(now.get()) ->
                        Chip.of(Tone.BAD, Words.relative(at, now.get()));
                    case Expiry.At(Instant at) -> new Label(Words.relative(at, now.get()));
                    case Expiry.Never never -> new Label(Words.expiry(never, now.get()));
                    case Expiry.Unknown _ -> Chip.of(Tone.UNKNOWN, MESSAGES.text("unknown"));
                };
        label.setTooltip(new Tooltip(Words.expiry(expiry, now.get())));
        return label;
    }

    private static Instant endsAt(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At(Instant at) -> at;
            case Expiry.Unknown _ -> Instant.MAX.minusSeconds(1);
            case Expiry.Never _ -> Instant.MAX;
        };
    }
}
