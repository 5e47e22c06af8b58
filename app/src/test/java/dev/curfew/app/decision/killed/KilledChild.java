package dev.curfew.app.decision.killed;

import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.revocation.run.Board;
import java.io.IOException;
import java.nio.file.Path;

/// The process that is killed: runs a plan, and says how far it is.
final class KilledChild {
    private KilledChild() {}

    @SuppressWarnings("SystemOut") // that is how it reports
    public static void main(String[] arguments) throws IOException {
        try (Station station = Station.opened(Path.of(arguments[0]))) {
            station.run(arguments[1], new Board() {
                @Override
                public void acted(PlannedStep step, StepRecord record) {
                    System.out.println("acted " + step.ordinal());
                }

                @Override
                public void proven(PlannedStep step, Proof proof) {
                    System.out.println("proven " + step.ordinal());
                }
            });
            System.out.println(Killing.THROUGH);
        }
    }
}
