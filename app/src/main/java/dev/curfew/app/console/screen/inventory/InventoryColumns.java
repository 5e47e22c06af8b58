package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.FindingWords;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    static List<TableColumn<InventoryLine, ?>> of(Supplier<Instant> now) {
        InventoryColumns columns = new InventoryColumns(now);
        TableColumn<InventoryLine, String> source = Columns.words(
                MESSAGES.text("column.source"),
                11,
                line -> line.row().id().source().value());
        source.setVisible(false);
        TableColumn<InventoryLine, String> id = Columns.code(
                MESSAGES.text("column.id"), 30, line -> line.row().id().text());
        id.setVisible(false);
        return List.of(
                columns.state(),
                Columns.words(MESSAGES.text("column.name"), 14, InventoryLine::name),
                columns.owner(),
                columns.lastUse(),
                columns.ends(),
                Columns.words(
                        MESSAGES.text("column.kind"),
                        14,
                        line -> Words.kind(line.row().kind())),
                Columns.number(
                        MESSAGES.text("column.credentials"),
                        8,
                        line -> line.row().credentials()),
                Columns.number(
                        MESSAGES.text("column.grants"), 5.5, line -> line.row().grants()),
                source,
                id);
    }

    /// The worst first: they are why one looks.
    private TableColumn<InventoryLine, List<Finding>> state() {
        return Columns.drawn(
                MESSAGES.text("column.state"),
                12.5,
                InventoryLine::findings,
                FindingWords::chip,
                Comparator.comparingInt((List<Finding> findings) -> severity(findings))
                        .thenComparingInt(findings -> -findings.size()));
    }

    private static int severity(List<Finding> findings) {
        return findings.isEmpty()
                ? Integer.MAX_VALUE
                : List.of(Severity.values()).indexOf(findings.getFirst().severity());
    }

    private TableColumn<InventoryLine, Ownership> owner() {
        return Columns.drawn(
                MESSAGES.text("column.owner"),
                10.5,
                line -> line.row().ownership(),
                InventoryColumns::owner,
                Comparator.comparing(Words::owner));
    }

    private static Node owner(Ownership ownership) {
        Label label = ownerLabel(ownership);
        if (!ownership.evidence().isEmpty()) {
            label.setTooltip(
                    new Tooltip(MESSAGES.text("owner.evidence", Words.owner(ownership), ownership.evidence())));
        }
        return label;
    }

    private static Label ownerLabel(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned owned -> new Label(owned.owner());
            case Ownership.OwnerGone gone -> Chip.of(Tone.CARE, Words.owner(gone));
            case Ownership.Unowned nobody -> Chip.of(Tone.CARE, Words.owner(nobody));
        };
    }

    private TableColumn<InventoryLine, Usage> lastUse() {
        return Columns.drawn(
                MESSAGES.text("column.use"),
                11,
                line -> line.row().usage(),
                this::use,
                Comparator.comparing(InventoryColumns::lastSeen));
    }

    private Node use(Usage usage) {
        Label label = switch (usage) {
            case Usage.Seen seen -> new Label(Words.relative(seen.at(), now.get()));
            case Usage.NoneSeen none -> new Label(Words.usage(none, now.get()));
            case Usage.NotObserved _ -> Chip.of(Tone.UNKNOWN, MESSAGES.text("unknown"));
        };
        label.setTooltip(new Tooltip(Words.usage(usage, now.get()) + "\n" + Words.evidence(usage)));
        return label;
    }

    private static Instant lastSeen(Usage usage) {
        return switch (usage) {
            case Usage.Seen seen -> seen.at();
            case Usage.NoneSeen _ -> Instant.EPOCH;
            case Usage.NotObserved _ -> Instant.MIN;
        };
    }

    private TableColumn<InventoryLine, Optional<Expiry>> ends() {
        return Columns.drawn(
                MESSAGES.text("column.ends"),
                9,
                InventoryLine::ends,
                ends -> ends.map(this::end).orElseGet(InventoryColumns::nothingEnds),
                Comparator.comparing(ends -> ends.map(InventoryColumns::endsAt).orElse(Instant.MAX)));
    }

    private static Node nothingEnds() {
        Label label = new Label(MESSAGES.text("ends.none"));
        label.setTooltip(new Tooltip(MESSAGES.text("ends.none.why")));
        return label;
    }

    private Node end(Expiry expiry) {
        Label label = switch (expiry) {
            case Expiry.At(Instant at) when at.isBefore(now.get()) -> Chip.of(Tone.BAD, Words.relative(at, now.get()));
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
