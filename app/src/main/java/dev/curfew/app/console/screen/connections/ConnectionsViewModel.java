package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
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

    /// What the screen asks of the workspace. Everything runs in the background.
    interface SourceDesk {
        List<SourceStatus> list();

        SourceStatus connect(NewConnection wanted);

        SyncResult sync(SourceName name, Progress progress) throws InterruptedException;

        List<SyncResult> syncAll(Progress progress) throws InterruptedException;

        SyncResult importAws(Path file, SourceName name, Progress progress) throws InterruptedException;

        List<SyncResult> sample(int identities, long seed, Progress progress) throws InterruptedException;
    }

    private static final Messages MESSAGES = Messages.of(ConnectionsViewModel.class);
    private static final String READING = "sources-reading";

    private final Work work;
    private final SourceDesk desk;
    private final Runnable changed;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<Content<List<SourceStatus>>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final BooleanProperty failed = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /// @param changed called when the workspace has changed
    ConnectionsViewModel(Work work, SourceDesk desk, Runnable changed, boolean readOnly) {
        this.work = work;
        this.desk = desk;
        this.changed = changed;
        this.readOnly = readOnly;
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
        return busy.map(reading -> Availability.unless(readOnly, MESSAGES.text("readonly"))
                .and(Availability.unless(reading, MESSAGES.text("busy"))));
    }

    void load() {
        work.start(new Job<>(
                "sources",
                MESSAGES.text("loading"),
                _ -> desk.list(),
                sources -> content.set(new Content.Ready<>(sources)),
                failure -> content.set(new Content.Failed<>(failure))));
    }

    void refresh(SourceName name) {
        read(MESSAGES.text("reading", name), progress -> List.of(desk.sync(name, progress)));
    }

    void refreshAll() {
        read(MESSAGES.text("reading.all"), desk::syncAll);
    }

    void connect(NewConnection wanted) {
        read(MESSAGES.text("reading", wanted.name()), progress -> {
            desk.connect(wanted);
            return List.of(desk.sync(wanted.name(), progress));
        });
    }

    void importAws(Path file, SourceName name) {
        read(MESSAGES.text("importing", file.getFileName()), progress -> List.of(desk.importAws(file, name, progress)));
    }

    void sample() {
        read(MESSAGES.text("sampling"), progress -> desk.sample(SAMPLE_IDENTITIES, SAMPLE_SEED, progress));
    }

    private void read(String words, Job.Body<List<SyncResult>> body) {
        busy.set(true);
        failed.set(false);
        outcome.set("");
        Job<List<SyncResult>> job = new Job<>(
                READING,
                words,
                body,
                results -> ended(
                        SourceWords.results(results), results.stream().anyMatch(SyncResult.Failed.class::isInstance)),
                failure -> ended(failure.sentence(), true));
        work.start(job, () -> ended(MESSAGES.text("cancelled"), false));
    }

    private void ended(String words, boolean wrong) {
        busy.set(false);
        failed.set(wrong);
        outcome.set(words);
        changed.run();
    }
}
