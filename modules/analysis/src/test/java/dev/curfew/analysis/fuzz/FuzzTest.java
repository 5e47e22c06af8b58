package dev.curfew.analysis.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.hcl.HclParser;
import dev.curfew.model.text.Messages;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coverage-guided fuzzing of all parsers, as long as `-Dcurfew.fuzz.seconds` says: nothing but a refusal is thrown,
/// and no input takes longer or more memory than the limits here.
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("curfew.fuzz.seconds", 40);

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

    private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

    @TempDir
    Path folder;

    @Test
    void nothingMakesAParserFailHangOrFillTheMemory() throws Exception {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        writeSeeds(corpus);
        Path log = folder.resolve("log");

        Process fuzzer = new ProcessBuilder(command(corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = fuzzer.waitFor();

        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(exit).as(output).isZero();
        Matcher runs = RUNS.matcher(output);
        assertThat(runs.find()).as(output).isTrue();
        System.out.println("fuzzing: " + runs.group(1) + " inputs in " + SECONDS + " s");
        assertThat(Integer.parseInt(runs.group(1))).isGreaterThan(SECONDS * 10);
    }

    private static List<String> command(Path corpus) throws URISyntaxException {
        List<String> command = new ArrayList<>(OF_ITS_OWN);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP_MAX,
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Jazzer.class.getName()));
        command.addAll(List.of(
                "--target_class=" + ParserFuzz.class.getName(),
                "--instrumentation_includes=dev.curfew.analysis.**",
                corpus.toString(),
                "-max_total_time=" + SECONDS,
                "-timeout=" + INPUT_SECONDS_MAX,
                "-max_len=" + INPUT_BYTES_MAX,
                "-rss_limit_mb=" + RSS_MEBIBYTES_MAX));
        return command;
    }

    /// What the parsers need, wherever this JVM has it from.
    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> each : Stream.of(
                        ParserFuzz.class,
                        HclParser.class,
                        Messages.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        NullMarked.class,
                        Jazzer.class,
                        FuzzedDataProvider.class)
                .toList()) {
            places.add(Path.of(each.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return places.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static void writeSeeds(Path corpus) throws IOException {
        try (InputStream in = Objects.requireNonNull(FuzzTest.class.getResourceAsStream("seeds.txt"))) {
            List<String> seeds = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < seeds.size(); i++) {
                assertThat(ParserFuzz.PARSERS).contains(seeds.get(i).substring(0, 1));
                Files.writeString(corpus.resolve("seed-" + i), seeds.get(i));
            }
        }
    }
}
