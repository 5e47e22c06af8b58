package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.component.dialog.SheetPane;
import dev.curfew.app.console.screen.breakglass.BreakGlassScreen;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class CheckInFirstTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Work work = new Work(waiting::add, Runnable::run, new ConsoleFailures());
    private final CheckOuts outs = new CheckOuts(
            () -> {
                throw new AssertionError("nothing is opened here");
            },
            InstantSource.system());

    /// What is being opened is not among what is checked out yet.
    @Test
    void theWorkspaceStaysOpenWhileAPathIsStillBeingCheckedOut() throws Exception {
        FxThread.run(() -> {
            SheetPane sheets = new SheetPane();
            CheckInFirst first = new CheckInFirst(work, sheets, () -> {
                throw new AssertionError("it was left");
            });
            work.start(new Job<>(BreakGlassScreen.ACTING, "Checking out bao", _ -> "out", _ -> {}, _ -> {}));

            assertThat(first.mayLeave(outs)).isFalse();
            assertThat(sheets.isShown()).isTrue();

            sheets.close();
            waiting.remove().run();
            assertThat(first.mayLeave(outs)).isTrue();
            assertThat(sheets.isShown()).isFalse();
        });
    }
}
