package dev.curfew.snapshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.testbed.process.Installed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts a [CommittingChild] after another from the classes that the first one left, which is not killed.
record Committing(Installed installed, Path folder) {

    static Committing in(Path folder, Workspaces workspaces) throws IOException, InterruptedException {
        Committing children = new Committing(new Installed(folder), folder);
        workspaces.create("first").close();
        assertThat(children.start("first", "r", KilledWork.COMMITTING).waitFor())
                .isZero();
        return children;
    }

    /// @param workspace its name
    /// @param round a name that its units begin with
    Process start(String workspace, String round, KilledWork work) throws IOException {
        List<String> command =
                new ArrayList<>(installed.command(CommittingChild.class, "-Dorg.jboss.logging.provider=slf4j"));
        command.addAll(List.of(folder.toString(), workspace, round, work.name()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
