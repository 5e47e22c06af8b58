package dev.curfew.testbed.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Coverage-guided fuzzing of a class that has `fuzzerTestOneInput(byte[])`, in a process of its own: nothing may be
/// thrown, and no input take longer or more memory than the limits here.
///
/// @param target the class with that method
/// @param code whose coverage guides it: `dev.curfew.analysis.**`
/// @param seconds how long; `-Dcurfew.fuzz.seconds` says otherwise
public record Fuzzing(Class<?> target, String code, int seconds) {
    /// The slowest input seen took less than 0.1 s; a loaded machine is a hundred times slower at worst.
    private static final int INPUT_SECONDS_MAX = 10;

    /// Room for a policy with some of everything. Longer inputs find no other code.
    private static final int INPUT_BYTES_MAX = 4_096;

    private static final String HEAP_MAX = "-Xmx512m";

    /// The process: heap, the fuzzer's counters, the code.
    private static final int RSS_MEBIBYTES_MAX = 1_500;

    /// Linux counts as a process's most resident memory that of the process it was made from, too, which is this one's
    /// with all that ran here before: a shell in between has next to none.
    ///
    /// getrusage(2), `ru_maxrss`, is kept over execve(2)
    private static final List<String> OF_ITS_OWN = List.of("sh", "-c", "\"$@\"; exit $?", "sh");

    private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

    public Fuzzing {
        seconds = Integer.getInteger("curfew.fuzz.seconds", seconds);
    }

    /// @param folder for what it keeps
    /// @return how many inputs it tried: each seed at least
    /// @throws AssertionError with all that it said, if it found something
    public int run(Path folder, List<byte[]> seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path log = folder.resolve("log");
        int exit = new ProcessBuilder(command(corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher runs = RUNS.matcher(output);
        if (exit != 0 || !runs.find()) {
            throw new AssertionError(output);
        }
        System.out.println("fuzzing " + code + ": " + runs.group(1) + " inputs in " + seconds + " s");
        return Integer.parseInt(runs.group(1));
    }

    private List<String> command(Path corpus) {
        List<String> command = new ArrayList<>(OF_ITS_OWN);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP_MAX,
                "-Djava.io.tmpdir=" + corpus.getParent(),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FUZZER));
        command.addAll(List.of(
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + code,
                corpus.toString(),
                "-max_total_time=" + seconds,
                "-timeout=" + INPUT_SECONDS_MAX,
                "-max_len=" + INPUT_BYTES_MAX,
                "-rss_limit_mb=" + RSS_MEBIBYTES_MAX));
        return command;
    }
}
