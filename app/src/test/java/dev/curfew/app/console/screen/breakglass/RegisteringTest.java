package dev.curfew.app.console.screen.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

/// Whether a path can be registered, as it is known. Background work waits until it is let go.
class RegisteringTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Work work =
            new Work(waiting::add, Runnable::run, _ -> new Failure(Failure.Kind.WORKSPACE, "The workspace is closed."));

    private void finishAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndNobodyIsSentToConnectASource() throws IOException, InterruptedException {
        try (SampleWorkspace workspace = SampleWorkspace.decided()) {
            BreakGlassViewModel model =
                    new BreakGlassViewModel(work, workspace.desk(), () -> SampleWorkspace.NOW, () -> {});
            ObservableValue<Availability> registering = model.registering();
            model.load();
            waiting.remove().run();
            assertThat(registering.getValue().reason())
                    .isEqualTo("Where a path can be registered is still being read.");
            finishAll();
            assertThat(registering.getValue().reason())
                    .isEqualTo("Connect a source first whose kind has break-glass accounts.");
            assertThat(model.doubts().get()).isEmpty();

            model.load();
            waiting.remove().run();
            workspace.desk().close();
            finishAll();
            assertThat(registering.getValue().reason())
                    .isEqualTo("Where a path can be registered could not be read. The workspace is closed.");
            assertThat(model.doubts().get())
                    .containsExactly(
                            "Whether a registration is not believed could not be read. The workspace is closed.");
        }
    }
}
