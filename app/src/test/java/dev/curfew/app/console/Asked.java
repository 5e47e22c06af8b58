package dev.curfew.app.console;

import dev.curfew.app.console.work.Running;
import java.util.concurrent.Executor;

/// Does work at once, but for what is asked by Show: a source's record that does not come.
final class Asked implements Executor {
    private boolean holding;

    @Override
    public void execute(Runnable task) {
        if (!holding) {
            task.run();
        }
    }

    /// @return what goes on from then on
    Running show(ShellBench bench) {
        holding = true;
        new Hands(bench).press("Show");
        holding = false;
        return bench.session.work().running().getLast();
    }
}
