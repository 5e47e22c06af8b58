package dev.curfew.app.decision.killed;

import dev.curfew.model.port.Progress;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.plan.KillOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The process that is killed: contains without the ledger, or ratifies, and says how far it is.
final class SpoolChild {
    private SpoolChild() {}

    /// @param arguments the folder, then credentials to contain; none: ratifies
    @SuppressWarnings("SystemOut") // that is how it reports
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> ids = Arrays.asList(arguments).subList(1, arguments.length);
        try (Station station = Station.opened(Path.of(arguments[0]))) {
            if (ids.isEmpty()) {
                station.ratify(one -> System.out.println("entering " + one.id()));
            } else {
                Progress progress = (what, done, _) -> System.out.println("at " + done + " " + what);
                station.contain(new KillOrder(new Naming(ids, List.of()), Extent.DEACTIVATE, "it leaked"), progress);
            }
            System.out.println(Killing.THROUGH);
        }
    }
}
