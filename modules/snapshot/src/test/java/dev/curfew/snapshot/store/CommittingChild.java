package dev.curfew.snapshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Commits units one after another and reports each on standard output, until it is killed or done.
final class CommittingChild {
    static final int UNITS = 40;

    private CommittingChild() {}

    /// @param args the folder of the test, the workspace's name, and the name of this round
    public static void main(String[] args) throws Exception {
        Workspaces workspaces = new Workspaces(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (Workspace workspace = workspaces.open(args[1])) {
            for (int unit = 1; unit <= UNITS; unit++) {
                int number = unit;
                Workspaces.run(workspace, transaction -> write(transaction, args[2] + "-" + number));
                out.println(unit);
            }
        }
        out.println("done");
    }

    /// A unit writes to three tables, so that half of one would show.
    private static void write(Transaction transaction, String unit) {
        transaction.officers().save(new Officer(unit, "", "", Facts.THEN));
        transaction.steps().save(new StepRecord(unit, 1, StepState.STARTED, Facts.THEN, "x".repeat(1000)));
        transaction.record(
                Facts.observation(List.of(Facts.identity(Facts.SOURCE, unit, unit, "{}")), Facts.read(unit)));
        transaction.steps().save(new StepRecord(unit, 2, StepState.ACTED, Facts.THEN, ""));
    }
}
