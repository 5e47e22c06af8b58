package dev.curfew.app.growth;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Measures store, load, graph and questions at several sizes of the sample, each in fresh processes; prints a table
/// and draws it.
///
/// Arguments: a new folder for the workspaces, the SVG to be written, and the sizes: 1,000 to 1,000,000 by tens unless
/// others are given.
final class GrowthBench {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

    /// Up to this size 1.5 GB do: its estate and graph keep some 590 MB.
    private static final int SMALL = 100_000;

    private final Path folder;
    private final List<Cost> costs = new ArrayList<>();

    private GrowthBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        GrowthBench bench = new GrowthBench(Path.of(args[0]));
        List<Integer> sizes = args.length == 2
                ? SIZES
                : Arrays.stream(args).skip(2).map(Integer::valueOf).toList();
        Files.createDirectories(bench.folder);
        for (int size : sizes) {
            bench.run("write", size);
            bench.run("read", size);
        }
        bench.print(sizes);
        Files.writeString(Path.of(args[1]), new LogLogPlot(bench.costs).svg());
    }

    private void run(String phase, int size) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        size > SMALL ? "-Xmx14g" : "-Xmx1500m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GrowthRun.class.getName(),
                        phase,
                        folder.resolve("workspace" + size).toString(),
                        String.valueOf(size))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (Cost.isLine(line)) {
                    costs.add(Cost.read(line));
                }
                System.out.println(line);
            }
        }
        int end = process.waitFor();
        if (end != 0) {
            // the others are still told, and this one's place stays empty
            System.out.printf("%s of %,d ended with %d%n", phase, size, end);
        }
    }

    /// Processor time, and elapsed time in brackets.
    private void print(List<Integer> sizes) {
        List<String> steps = costs.stream().map(Cost::step).distinct().toList();
        System.out.println(row(
                "identities",
                sizes.stream()
                        .map(size -> String.format(Locale.ROOT, "%,d", size))
                        .toList()));
        System.out.println(row("---", sizes.stream().map(_ -> "---").toList()));
        for (String step : steps) {
            System.out.println(
                    row(step, sizes.stream().map(size -> cell(size, step)).toList()));
        }
    }

    private String cell(int size, String step) {
        return costs.stream()
                .filter(cost -> cost.identities() == size && cost.step().equals(step))
                .map(cost -> String.format(
                        Locale.ROOT, "%.3f s (%.3f)", cost.processorMillis() / 1_000, cost.wallMillis() / 1_000))
                .collect(Collectors.joining());
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |";
    }
}
