package dev.curfew.app.console.screen.ledger;

import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.ledger.LedgerStatus;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// The newest entries, and what the last check came to.
final class LedgerViewModel {

    /// As many as one reads; older ones are in the export.
    static final int ENTRIES_MAX = 2_000;

    /// The newest entries.
    ///
    /// @param size how many there are in all
    record Page(long size, List<LedgerEntry> entries) {
        Page {
            entries = List.copyOf(entries);
        }
    }

    /// @param at when it was checked
    record Verified(LedgerStatus status, Instant at) {}

    private static final Messages MESSAGES = Messages.of(LedgerViewModel.class);

    private final Work work;
    private final Function<Integer, Page> read;
    private final Function<List<Path>, LedgerStatus> verify;
    private final ToLongFunction<Path> export;
    private final ObservableValue<Instant> now;
    private final ReadOnlyObjectWrapper<Content<Page>> content = new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<Content<Verified>>> verified =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final StringProperty text = new SimpleStringProperty("");

    /// @param read the newest entries, newest first, at most as many as asked
    LedgerViewModel(
            Work work,
            Function<Integer, Page> read,
            Function<List<Path>, LedgerStatus> verify,
            ToLongFunction<Path> export,
            ObservableValue<Instant> now) {
        this.work = work;
        this.read = read;
        this.verify = verify;
        this.export = export;
        this.now = now;
    }

    ReadOnlyObjectProperty<Content<Page>> content() {
        return content.getReadOnlyProperty();
    }

    /// Empty until it was verified since the workspace was opened.
    ReadOnlyObjectProperty<Optional<Content<Verified>>> verified() {
        return verified.getReadOnlyProperty();
    }

    /// What an export came to.
    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    StringProperty text() {
        return text;
    }

    void load() {
        work.start(new Job<>(
                "ledger",
                MESSAGES.text("loading"),
                _ -> read.apply(ENTRIES_MAX),
                page -> content.set(new Content.Ready<>(page)),
                failure -> content.set(new Content.Failed<>(failure))));
    }

    /// @param witnesses checkpoints that others keep
    void verify(List<Path> witnesses) {
        verified.set(Optional.of(new Content.Loading<>()));
        work.start(
                new Job<>(
                        "ledger-verify",
                        MESSAGES.text("verifying"),
                        _ -> verify.apply(witnesses),
                        status -> verified.set(Optional.of(new Content.Ready<>(new Verified(status, now.getValue())))),
                        failure -> verified.set(Optional.of(new Content.Failed<>(failure)))),
                () -> verified.set(Optional.empty()));
    }

    void export(Path file) {
        work.start(new Job<>(
                "ledger-export",
                MESSAGES.text("exporting"),
                _ -> export.applyAsLong(file),
                count -> told.set(MESSAGES.text("exported", count, file)),
                failure -> told.set(failure.sentence())));
    }

    Predicate<LedgerEntry> passes() {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return entry ->
                wanted.isEmpty() || entry.canonical().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
