package dev.curfew.connector.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.testbed.ModuleFolder;
import dev.curfew.testbed.process.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures the full reading of a large source, beside what its maker's own clients take for the same, in turn: Curfew
/// in a fresh process as its command line starts it, Curfew in one that stays as its console does, and each client.
/// Of all that both count they have to list equally many. A program, not a test:
///
/// `RateMeasure kubernetes|openbao|aws COUNT ROUNDS`, in the connector's test classes
public final class RateMeasure {
    private final Place place;
    private final Target target;
    private final Installed installed;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private RateMeasure(Place place, Path folder) {
        this.place = place;
        this.target = place.target();
        this.installed = new Installed(folder);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(ModuleFolder.target().resolve("rate"));
        long began = System.nanoTime();
        try (Place place = place(arguments[0], Integer.parseInt(arguments[1]), folder)) {
            say("made in " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
            new RateMeasure(place, folder).rounds(Integer.parseInt(arguments[2]));
        }
    }

    private static Place place(String kind, int count, Path folder) {
        return switch (kind) {
            case "kubernetes" -> KubernetesPlace.of(count, folder);
            case "openbao" -> OpenBaoPlace.of(count);
            case "aws" -> AwsPlace.of(count, folder);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private void rounds(int rounds) throws IOException, InterruptedException {
        List<Rival> rivals = place.rivals();
        try (Watched staying = Watched.start(installed.console(Reading.class), target.environment())) {
            say("first in the process that stays: " + staying.ask(Reading.WEIGH));
            fresh();
            costs.clear();
            for (int round = 1; round <= rounds; round++) {
                say("round " + round + ", load "
                        + Files.readString(Path.of("/proc/loadavg")).strip());
                Listed ours = fresh();
                warm(staying);
                for (Rival rival : rivals) {
                    rival(rival).sameAs(ours);
                }
            }
            say(staying.ask(Reading.WEIGH));
        }
        Cost fairest = Cost.median(costs.getOrDefault(rivals.getFirst().name(), List.of()));
        costs.forEach((name, each) -> say("median: " + name + ": " + Cost.median(each)
                + String.format(
                        "; %.2f times %s",
                        Cost.median(each).ratioTo(fairest), rivals.getFirst().name())));
    }

    private Listed fresh() throws InterruptedException {
        Duration before = Watched.processorTimeOfEnded();
        long began = System.nanoTime();
        try (Watched process = Watched.start(installed.command(Reading.class), target.environment())) {
            Listed listed = listed(process.ask(""));
            process.end();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            Duration processor = Watched.processorTimeOfEnded().minus(before);
            tell("Curfew, fresh", new Cost(elapsed, processor, listed.requests(), process.bytesMax()));
            return listed;
        }
    }

    private void warm(Watched staying) {
        Duration before = staying.processorTime();
        long began = System.nanoTime();
        Listed listed = listed(staying.ask(""));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        Duration processor = staying.processorTime().minus(before);
        tell("Curfew, warm", new Cost(elapsed, processor, listed.requests(), staying.bytesMax()));
    }

    private Listed rival(Rival rival) throws InterruptedException {
        Duration before = Watched.processorTimeOfEnded();
        long began = System.nanoTime();
        try (Watched process = Watched.start(rival.command(), rival.environment())) {
            String output = process.end();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            Duration processor = Watched.processorTimeOfEnded().minus(before);
            Listed listed = rival.answering().of(output);
            tell(rival.name(), new Cost(elapsed, processor, listed.requests(), process.bytesMax()));
            return listed;
        }
    }

    private static Listed listed(String answer) {
        JsonNode told = Json.tree(answer);
        return new Listed(
                Json.counts(told.path("listed")), told.path("requests").asLong());
    }

    private void tell(String name, Cost cost) {
        costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(cost);
        say(name + ": " + cost);
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
