package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.inventory.InventoryFilter;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.console.component.state.FindingWords;
import dev.curfew.app.console.component.table.Csv;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What the inventory shows, and what is looked at in it.
final class InventoryViewModel {

    private static final Messages MESSAGES = Messages.of(InventoryViewModel.class);

    private final Work work;
    private final Supplier<List<InventoryLine>> list;
    private final Function<EntityId, Optional<Inspected>> inspect;
    private final Function<String, Lookup> find;
    private final ObservableValue<Instant> now;
    private final ReadOnlyObjectWrapper<Content<List<InventoryLine>>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Content<Inspected>> inspected =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<EntityId>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty kind = new SimpleStringProperty("");
    private final ObjectProperty<Set<Facet>> facets = new SimpleObjectProperty<>(EnumSet.noneOf(Facet.class));

    /// Held here: a binding hears of what it depends on only as long as somebody holds it, and a subscriber does not.
    private final ObservableValue<Predicate<InventoryLine>> passes =
            Bindings.createObjectBinding(this::predicate, text, source, kind, facets);

    /// @param list reads all rows, in the background
    /// @param inspect reads one thing in full, in the background
    /// @param find what an id's text names, in the background
    InventoryViewModel(
            Work work,
            Supplier<List<InventoryLine>> list,
            Function<EntityId, Optional<Inspected>> inspect,
            Function<String, Lookup> find,
            ObservableValue<Instant> now) {
        this.work = work;
        this.list = list;
        this.inspect = inspect;
        this.find = find;
        this.now = now;
    }

    ReadOnlyObjectProperty<Content<List<InventoryLine>>> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Content<Inspected>> inspected() {
        return inspected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<EntityId>> selected() {
        return selected.getReadOnlyProperty();
    }

    StringProperty text() {
        return text;
    }

    /// A source's name; empty: all.
    StringProperty source() {
        return source;
    }

    /// A kind; empty: all.
    StringProperty kind() {
        return kind;
    }

    ObjectProperty<Set<Facet>> facets() {
        return facets;
    }

    void load() {
        work.start(new Job<>(
                "inventory",
                MESSAGES.text("loading"),
                _ -> list.get(),
                rows -> {
                    content.set(new Content.Ready<>(rows));
                    selected.get().ifPresent(this::read);
                },
                failure -> content.set(new Content.Failed<>(failure))));
    }

    /// Selects what the text names; what names nothing, or more than one thing, filters.
    void focus(String id) {
        work.start(new Job<>(
                "inventory-focus",
                MESSAGES.text("inspecting"),
                _ -> find.apply(id),
                found -> {
                    switch (found) {
                        case Lookup.Found(EntityId one) -> select(Optional.of(one));
                        case Lookup.Unknown _, Lookup.Ambiguous _ -> text.set(id);
                    }
                },
                failure -> inspected.set(new Content.Failed<>(failure))));
    }

    void select(Optional<EntityId> id) {
        if (id.equals(selected.get())) {
            return;
        }
        selected.set(id);
        id.ifPresent(this::read);
    }

    private void read(EntityId id) {
        work.start(new Job<>(
                "inspect",
                MESSAGES.text("inspecting"),
                _ -> inspect.apply(id),
                found -> inspected.set(
                        found.<Content<Inspected>>map(Content.Ready::new).orElseGet(Content.Loading::new)),
                failure -> inspected.set(new Content.Failed<>(failure))));
    }

    /// Whether a row passes all filters.
    ObservableValue<Predicate<InventoryLine>> passes() {
        return passes;
    }

    Predicate<InventoryLine> predicate() {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        InventoryFilter written = InventoryFilter.parse(wanted);
        Instant moment = now.getValue();
        Set<Facet> asked = facets.get();
        String from = source.get();
        String of = kind.get();
        return line -> (from.isEmpty() || line.row().id().source().value().equals(from))
                && (of.isEmpty() || line.row().kind().equals(of))
                && asked.stream().allMatch(facet -> facet.keeps(line, moment))
                && (written.test(line.row()) || mentions(line, wanted));
    }

    boolean isNarrowed() {
        return !text.get().isBlank()
                || !source.get().isEmpty()
                || !kind.get().isEmpty()
                || !facets.get().isEmpty();
    }

    void widen() {
        text.set("");
        source.set("");
        kind.set("");
        facets.set(EnumSet.noneOf(Facet.class));
    }

    private static boolean mentions(InventoryLine line, String wanted) {
        return line.findings().stream()
                .anyMatch(finding -> FindingWords.title(finding.rule())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    void export(Path file, List<InventoryLine> rows, Runnable done, java.util.function.Consumer<String> failed) {
        Instant moment = now.getValue();
        work.start(new Job<>(
                "inventory-export",
                MESSAGES.text("exporting"),
                _ -> {
                    write(file, rows, moment);
                    return file;
                },
                _ -> done.run(),
                failure -> failed.accept(failure.sentence())));
    }

    private static void write(Path file, List<InventoryLine> rows, Instant moment) {
        List<String> header = List.of(
                "id",
                "kind",
                "name",
                "owner",
                "credentials",
                "grants",
                "last use",
                "evidence",
                "ends",
                "findings",
                "owner named by");
        try {
            Csv.write(
                    file, header, rows.stream().map(line -> cells(line, moment)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(InventoryLine line, Instant moment) {
        InventoryRow row = line.row();
        return List.of(
                row.id().text(),
                row.kind(),
                row.name(),
                Words.owner(row.ownership()),
                String.valueOf(row.credentials()),
                String.valueOf(row.grants()),
                Words.usage(row.usage(), moment),
                Words.evidence(row.usage()),
                line.ends().map(ends -> Words.expiry(ends, moment)).orElseGet(() -> MESSAGES.text("ends.none")),
                line.findings().stream().map(Finding::sentence).collect(Collectors.joining(" ")),
                row.ownership().evidence());
    }
}
