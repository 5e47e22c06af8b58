package dev.curfew.app.cli.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.Main;
import dev.curfew.app.usecase.escalation.AccountFile;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.pmapper.PMapper;
import dev.curfew.testbed.process.Installed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account of 1,000 roles, read and searched for ways to become an administrator, beside PMapper, which makes its
/// graph of it: a whole process with its start, as installed, and in one that stays; all by processor time, so that
/// what
/// else the machine does counts for neither.
class PMapperBench {
    private static final int ROLES = Integer.getInteger("curfew.bench.roles", 1_000);
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 60;
    private static final double WHOLE_RATIO = 50;
    private static final double WARM_RATIO = 200;
    private static final double NANOS = 1e9;
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TempDir
    Path folder;

    @Test
    void escalationsAreFoundManyTimesFasterThanPMapperMakesItsGraph() throws IOException, InterruptedException {
        Path account = DenseAccount.write(folder.resolve("account.json"), ROLES, 1);
        List<Double> whole = new ArrayList<>();
        Installed installed = new Installed(folder);
        // the first run leaves the archive of classes
        process(installed, account);
        for (int i = 0; i < ROUNDS; i++) {
            whole.add(process(installed, account));
        }
        double peer = peer(account);
        for (int i = 0; i < ROUNDS; i++) {
            whole.add(process(installed, account));
        }
        double warm = warm(account);
        double process = median(whole);
        System.out.printf(
                "PMapper %.1f s; curfew as a process %.2f s: %.0f times faster; warm %.3f s: %.0f times%n",
                peer, process, peer / process, warm, peer / warm);
        assertThat(peer / warm).isGreaterThan(WARM_RATIO);
        assertThat(peer / process).isGreaterThan(WHOLE_RATIO);
    }

    private double process(Installed installed, Path account) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; times >&2", "sh"));
        command.addAll(installed.command(Main.class));
        command.addAll(List.of("escalations", "--account", account.toString(), "--format", "json"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("found.json").toFile())
                .redirectError(folder.resolve("said").toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(folder.resolve("said"));
        assertThat(Files.size(folder.resolve("found.json"))).as(said).isPositive();
        return ofChildren(said);
    }

    /// What the shell says at the end of all that it started, in its own time and the system's: `0m1.50s 0m0.12s`.
    private static double ofChildren(String said) {
        return TIME.matcher(said.lines().toList().getLast())
                .results()
                .mapToDouble(time -> 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2)))
                .sum();
    }

    private double peer(Path account) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        String asked = json.writeValueAsString(Map.of(
                "account",
                json.readTree(account.toFile()),
                "environment",
                Map.of("accessKeys", Map.of(), "loginProfile", Map.of(), "existingResources", List.of())));
        JsonNode answer = json.readTree(PMapper.ask(folder, List.of(asked)).getFirst());
        return answer.path("seconds").asDouble();
    }

    private static double warm(Path account) throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            long start = PROCESS.getProcessCpuTime();
            Objects.requireNonNull(Escalations.of(
                    new AccountFile(new AwsFileConnector(Clock.systemUTC())).read(account, Progress.SILENT),
                    Environment.UNKNOWN));
            if (i >= WARM_UP) {
                took.add((PROCESS.getProcessCpuTime() - start) / NANOS);
            }
        }
        return median(took);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
