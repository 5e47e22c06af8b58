package dev.curfew.app.cli.escalations;

import com.sun.management.OperatingSystemMXBean;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.usecase.escalation.AccountFile;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Reads an account's file and finds the ways in it, as often as is said, and prints the processor time of the whole
/// process for each step. Not a test: run its `main`.
///
/// `EscalationBench FILE ROUNDS [FOUND]`: the first round is cold. What is found is written to a file, so that two
/// states of the code can be compared.
final class EscalationBench {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;

    private EscalationBench() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        for (int round = Integer.parseInt(arguments[1]); round > 0; round--) {
            long start = PROCESS.getProcessCpuTime();
            SnapshotIndex index = new AccountFile(new AwsFileConnector(Clock.systemUTC())).read(file, Progress.SILENT);
            long read = PROCESS.getProcessCpuTime();
            List<Escalation> found = Escalations.of(index, Environment.UNKNOWN);
            long end = PROCESS.getProcessCpuTime();
            long certain = found.stream()
                    .filter(it -> it.certainty() == Certainty.CERTAIN)
                    .count();
            System.out.printf(
                    "read %.2f s, found %.2f s of processor; %d certain, %d possible%n",
                    (read - start) / NANOS, (end - read) / NANOS, certain, found.size() - certain);
            if (arguments.length > 2) {
                Files.write(
                        Path.of(arguments[2]),
                        found.stream().map(Escalation::toString).toList());
            }
        }
    }
}
