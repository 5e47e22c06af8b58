package dev.curfew.app.cli.output;

import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.estate.Freshness;
import dev.curfew.governance.officer.Believed;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes answers to standard output, and what is to be known besides to standard error.
public final class Printer {
    /// Named in full up to here; more is a count, and all of it in JSON.
    private static final int GAPS_NAMED_MAX = 5;

    private static final Messages MESSAGES = Messages.of(Printer.class);

    private final Terminal terminal;
    private final OutputFormat format;

    public Printer(Terminal terminal, OutputFormat format) {
        this.terminal = terminal;
        this.format = format;
    }

    /// What does not depend on a snapshot.
    public <T> void list(Listing<T> listing, List<T> items) {
        write(listing, items, null);
    }

    /// What the ledger says, and what it says that counts for nothing.
    public <T> void list(Listing<T> listing, Believed<T> items) {
        list(listing, items.all());
        items.doubts().forEach(this::failure);
    }

    /// What was computed from a snapshot: its number, age and gaps are told with it.
    public <T> void list(Listing<T> listing, List<T> items, Snapshot snapshot, Freshness freshness) {
        write(listing, items, snapshot);
        if (format == OutputFormat.table && snapshot.number() > 0) {
            note(MESSAGES.text(
                    "snapshot",
                    items.size(),
                    freshness.snapshotNumber(),
                    freshness.sourcesWhole(),
                    freshness.sources(),
                    ModelWords.time(freshness.takenAt())));
            gaps(freshness.gaps());
        }
    }

    /// What has a format of its own in JSON: an object of one list.
    ///
    /// @param name the list's
    public <T> void listAs(String name, Listing<T> listing, List<T> items) {
        if (format == OutputFormat.table) {
            write(listing, items, null);
            return;
        }
        print(new Fields().put(name, items.stream().map(listing.json()).toList()));
    }

    /// As [#listAs(String, Listing, List)], of what was computed from a snapshot: its number and gaps stand beside the
    /// list.
    public <T> void listAs(String name, Listing<T> listing, List<T> items, Snapshot snapshot, Freshness freshness) {
        if (format == OutputFormat.table) {
            list(listing, items, snapshot, freshness);
            return;
        }
        print(new Fields()
                .put("snapshot", head(snapshot).map())
                .put("coverage", coverage(snapshot))
                .put(name, items.stream().map(listing.json()).toList()));
    }

    private void print(Fields fields) {
        terminal.out().println(JsonText.of(fields.map()));
        terminal.out().flush();
    }

    /// A secret that is handed over here and nowhere else: alone on a line, or as the item's `value` in JSON.
    public <T> void reveal(Listing<T> listing, T item, Secret value) {
        switch (format) {
            case table -> {
                terminal.out().println(value.reveal());
                new TextTable<>(listing.columns())
                        .lines(List.of(item), Optional.empty(), false)
                        .forEach(this::note);
            }
            case json -> {
                Map<String, @Nullable Object> fields =
                        new LinkedHashMap<>(listing.json().apply(item));
                fields.put("value", value.reveal());
                Listing<T> revealing = new Listing<>(listing.schema(), listing.columns(), _ -> fields, listing.none());
                terminal.out()
                        .println(JsonText.of(
                                document(revealing, List.of(item), null).map()));
            }
        }
        terminal.out().flush();
    }

    /// A sentence for whoever looks, never for a script.
    public void note(String sentence) {
        terminal.err().println(sentence);
    }

    /// What went wrong in a command that goes on all the same.
    public void failure(String sentence) {
        note(MESSAGES.text("failure", sentence));
    }

    private void gaps(List<Coverage> gaps) {
        gaps.stream()
                .limit(GAPS_NAMED_MAX)
                .forEach(gap -> note(MESSAGES.text(
                        "gap", gap.source(), gap.scope(), MESSAGES.text("coverage." + gap.state()), gap.detail())));
        if (gaps.size() > GAPS_NAMED_MAX) {
            note(MESSAGES.text("gaps", gaps.size() - GAPS_NAMED_MAX));
        }
    }

    private <T> void write(Listing<T> listing, List<T> items, @Nullable Snapshot snapshot) {
        String text = switch (format) {
            case json -> JsonText.of(document(listing, items, snapshot).map());
            case table -> table(listing, items);
        };
        if (!text.isEmpty()) {
            terminal.out().println(text);
        }
        terminal.out().flush();
    }

    private <T> String table(Listing<T> listing, List<T> items) {
        if (items.isEmpty()) {
            note(listing.none());
            return "";
        }
        Function<T, List<String>> lines = listing.lines();
        if (lines != null) {
            return items.stream().flatMap(item -> lines.apply(item).stream()).collect(Collectors.joining("\n"));
        }
        Optional<Integer> width = terminal.width();
        return new TextTable<>(listing.columns())
                .lines(items, width, terminal.colours()).stream().collect(Collectors.joining("\n"));
    }

    private static <T> Fields document(Listing<T> listing, List<T> items, @Nullable Snapshot snapshot) {
        return new Fields()
                .put("schema", listing.schema())
                .put("snapshot", snapshot == null ? null : head(snapshot).map())
                .put("coverage", snapshot == null ? List.of() : coverage(snapshot))
                .put("items", items.stream().map(listing.json()).toList());
    }

    private static List<?> coverage(Snapshot snapshot) {
        return snapshot.coverage().stream().map(ModelJson::coverage).toList();
    }

    private static Fields head(Snapshot snapshot) {
        return new Fields()
                .put("number", snapshot.number())
                .put("takenAt", snapshot.number() == 0 ? null : snapshot.takenAt());
    }
}
