package dev.curfew.app.console.screen.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.source.NewFile;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsViewModelTest {

    private final List<String> changes = new ArrayList<>();
    private SampleWorkspace workspace;
    private ConnectionsViewModel model;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.empty();
        model = model(workspace.desk());
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
    }

    private static Failure failure(RuntimeException failure) {
        return new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()));
    }

    private ConnectionsViewModel model(Desk desk) {
        return new ConnectionsViewModel(
                Work.direct(ConnectionsViewModelTest::failure), desk, () -> changes.add("changed"));
    }

    private List<String> sources() {
        model.load();
        return model.content().get().ready().orElseThrow().stream()
                .map(SourceStatus::connection)
                .map(it -> it.name().value())
                .toList();
    }

    @Test
    void theSampleIsThreeSourcesAndSaysWhatWasRead() {
        assertThat(sources()).isEmpty();

        model.sample();

        assertThat(model.failed().get()).isFalse();
        assertThat(model.outcome().get()).contains("sample-aws: 873 added", "Not read whole");
        assertThat(changes).containsExactly("changed");
        assertThat(sources()).containsExactly("sample-aws", "sample-kubernetes", "sample-openbao");
    }

    @Test
    void readingAnUnchangedSourceAgainAddsNothing() {
        model.sample();

        model.refresh(new SourceName("sample-aws"));

        assertThat(model.outcome().get()).startsWith("sample-aws: 0 added, 0 changed, 0 ended.");
    }

    @Test
    void aDamagedFileIsRefusedWithItsReasonAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("account.json"), "{\"UserDetailList\": [");

        model.importFile(new NewFile(new SourceName("audited"), "aws-file", file, null, Map.of()));

        assertThat(model.failed().get()).isTrue();
        assertThat(model.outcome().get()).contains("account.json");
        assertThat(workspace.desk().estate().current().snapshot().identities()).isEmpty();
    }

    @Test
    void whatIsRemovedTakesWithItWhatWasReadThroughIt() {
        model.sample();

        model.remove(new SourceName("sample-aws"));

        assertThat(model.outcome().get()).isEqualTo("sample-aws was removed.");
        assertThat(model.failed().get()).isFalse();
        assertThat(sources()).containsExactly("sample-kubernetes", "sample-openbao");
        assertThat(workspace.desk().estate().current().snapshot().identities())
                .noneMatch(it -> it.id().source().value().equals("sample-aws"));
    }

    @Test
    void whileSomethingIsReadTheOthersSayWhyTheyWait() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        ConnectionsViewModel slow = new ConnectionsViewModel(
                new Work(waiting::add, Runnable::run, ConnectionsViewModelTest::failure), workspace.desk(), () -> {});

        slow.sample();

        assertThat(slow.mayRead().getValue().reason()).startsWith("Something is being read");
        waiting.remove().run();
        assertThat(slow.mayRead().getValue().isAvailable()).isTrue();
    }

    @Test
    void anExportOpensElsewhereReadOnlyWithTheReasonShown() throws IOException {
        model.sample();
        Path file = folder.resolve("curfew-export.zip");

        model.export(file);

        assertThat(model.failed().get()).as(model.outcome().get()).isFalse();
        assertThat(model.outcome().get()).contains("snapshot 3", file.toString(), "without secrets");
        try (Secret passphrase = Secret.of(SampleWorkspace.PASSPHRASE);
                Desk opened = SampleWorkspace.workspaces(folder, Clock.fixed(SampleWorkspace.NOW, ZoneOffset.UTC))
                        .createFrom(
                                file, WorkspacePlace.at(folder.resolve("opened")), new Unlock.Passphrase(passphrase))) {
            ConnectionsViewModel there = model(opened);
            assertThat(there.mayRead().getValue().reason()).startsWith("This workspace is read-only");
            assertThat(opened.estate().current().snapshot().identities()).hasSize(400);
        }
    }

    @Test
    void anExportNeverReplacesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("curfew-export.zip"), "somebody's own");

        model.export(file);

        assertThat(model.failed().get()).isTrue();
        assertThat(model.outcome().get()).contains(file.toString());
        assertThat(Files.readString(file)).isEqualTo("somebody's own");
    }
}
