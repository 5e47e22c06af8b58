package dev.curfew.snapshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.snapshot.export.PortableExport;
import dev.curfew.snapshot.export.TestSigner;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Workspaces;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/// Commits units one after another and reports each on standard output, until it is killed or done.
final class CommittingChild {
    private final Workspaces workspaces;
    private final Path folder;
    private final String name;
    private final String round;
    private final KilledWork besides;
    private final PrintStream out = new PrintStream(System.out, true, UTF_8);

    private CommittingChild(Path folder, String name, String round, KilledWork besides) {
        this.workspaces = new Workspaces(folder);
        this.folder = folder;
        this.name = name;
        this.round = round;
        this.besides = besides;
    }

    /// @param args the folder of the test, the workspace's name, the name of this round, and what is done besides
    public static void main(String[] args) throws Exception {
        new CommittingChild(Path.of(args[0]), args[1], args[2], KilledWork.valueOf(args[3])).run();
    }

    private void run() throws GeneralSecurityException {
        if (besides == KilledWork.CLOSING) {
            for (int unit = 1; unit <= besides.units; unit++) {
                try (Workspace workspace = workspaces.open(name)) {
                    commit(workspace, unit);
                }
            }
        } else {
            try (Workspace workspace = workspaces.open(name)) {
                for (int unit = 1; unit <= besides.units; unit++) {
                    commit(workspace, unit);
                }
            }
        }
        out.println("done");
    }

    private void commit(Workspace workspace, int number) throws GeneralSecurityException {
        String unit = round + "-" + number;
        Workspaces.run(workspace, transaction -> {
            besides.write(transaction, unit);
            write(transaction, unit);
        });
        out.println(number);
        if (besides == KilledWork.EXPORTING) {
            new PortableExport(Clock.systemUTC())
                    .write(workspace, folder.resolve(name + "-" + unit + ".zip"), new TestSigner(), List.of());
        }
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
