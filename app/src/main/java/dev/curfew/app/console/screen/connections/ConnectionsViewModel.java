package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.NewFile;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// The sources, and what is being done with them.
final class ConnectionsViewModel {

    /// The sample as the issue and the command line have it.
    static final int SAMPLE_IDENTITIES = 400;

    static final long SAMPLE_SEED = 1;

    private static final Messages MESSAGES = Messages.of(ConnectionsViewModel.class);
    private static final String READING = "sources-reading";

    private final Work work;
    private final Desk desk;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Content<List<SourceStatus>>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /// @param changed called when the workspace has changed
    ConnectionsViewModel(Work work, Desk desk, Runnable changed) {
        this.work = work;
        this.desk = desk;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<Content<List<SourceStatus>>> content() {
        return content.getReadOnlyProperty();
    }

    /// What the last reading came to, in words; empty: nothing was read yet.
    ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether the last reading failed.
    BooleanProperty failed() {
        return failed;
    }

    /// Whether anything may be changed, and is not being read already.
    ObservableValue<Availability> mayRead() {
        return busy.map(reading -> Availability.unless(desk.readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(reading, MESSAGES.text("busy"))));
    }

    void load() {
        work.start(new Job<>(
                "sources",
                MESSAGES.text("loading"),
                _ -> desk.sources().list(),
                sources -> content.set(new Content.Ready<>(sources)),
                failure -> content.set(new Content.Failed<>(failure))));
    }

    void refresh(SourceName name) {
        read(MESSAGES.text("reading", name), progress -> List.of(desk.sources().sync(name, progress)));
    }

    void refreshAll() {
        read(MESSAGES.text("reading.all"), progress -> desk.sources().syncAll(progress));
    }

    void connect(NewConnection wanted) {
        read(MESSAGES.text("reading", wanted.name()), progress -> {
            desk.sources().connect(wanted);
            return List.of(desk.sources().sync(wanted.name(), progress));
        });
    }

    void importFile(NewFile wanted) {
        read(
                MESSAGES.text("importing", wanted.file().getFileName()),
                progress -> List.of(desk.sources().importFile(wanted, progress)));
    }

    void sample() {
        read(MESSAGES.text("sampling"), progress -> desk.sources().sample(SAMPLE_IDENTITIES, SAMPLE_SEED, progress));
    }

    void remove(SourceName name) {
        act(
                MESSAGES.text("removing", name),
                _ -> {
                    desk.connections().remove(name);
                    return name;
                },
                gone -> tell(MESSAGES.text("removed", gone), false));
    }

    /// Writes everything but secrets and connections to a file that opens elsewhere, read-only.
    void export(Path file) {
        act(
                MESSAGES.text("exporting"),
                _ -> desk.exchange().export(file),
                manifest -> tell(MESSAGES.text("exported", manifest.snapshotNumber(), file), false));
    }

    private void read(String words, Job.Body<List<SyncResult>> body) {
        act(words, progress -> told(body.run(progress)), told -> tell(told.words(), told.wrong()));
    }

    private Told told(List<SyncResult> results) {
        Map<SourceName, SourceKind> kinds = new HashMap<>();
        for (SourceStatus status : desk.sources().list()) {
            Connection connection = status.connection();
            desk.kinds().of(connection.kind()).ifPresent(kind -> kinds.put(connection.name(), kind));
        }
        return new Told(
                SourceWords.results(results, source -> Optional.ofNullable(kinds.get(source))),
                results.stream().anyMatch(SyncResult.Failed.class::isInstance));
    }

    private record Told(String words, boolean wrong) {}

    private <T> void act(String words, Job.Body<T> body, Consumer<T> done) {
        busy.set(true);
        tell("", false);
        Job<T> job = new Job<>(
                READING,
                words,
                body,
                result -> ended(() -> done.accept(result)),
                failure -> ended(() -> tell(failure.sentence(), true)));
        work.start(job, () -> ended(() -> tell(MESSAGES.text("cancelled"), false)));
    }

    private void ended(Runnable telling) {
        busy.set(false);
        telling.run();
        changed.run();
    }

    /// How it went is known before what is said of it.
    private void tell(String words, boolean wrong) {
        failed.set(wrong);
        outcome.set(OptionWords.of(desk.kinds(), words));
    }
}
