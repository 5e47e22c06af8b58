package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.query.Weighting;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What reached things count for, out of a file or as they come.
final class WeightOptions {
    private static final Messages MESSAGES = Messages.of(WeightOptions.class);

    @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "weights")
    private @Nullable Path file;

    /// @throws UsageProblem if the file cannot be read
    /// @throws Refused if it says something else
    Weighting weighting() {
        return file == null ? Weighting.DEFAULT : read(file);
    }

    private static Weighting read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("weights.unreadable", file, String.valueOf(e.getMessage())), e);
        } catch (IllegalArgumentException e) {
            throw new Refused(MESSAGES.text("weights.unreadable", file, String.valueOf(e.getMessage())), e);
        }
        Map<Sensitivity, Long> sensitivities = new EnumMap<>(Weighting.DEFAULT.sensitivities());
        Map<String, Long> kinds = new HashMap<>();
        Map<String, Long> tags = new HashMap<>();
        Map<String, Long> names = new HashMap<>();
        Map<String, Long> others = new HashMap<>();
        for (String key : lines.stringPropertyNames()) {
            long weight = weight(key, lines.getProperty(key));
            String rest = key.substring(key.indexOf('.') + 1);
            switch (key.substring(0, Math.max(0, key.indexOf('.')))) {
                case "sensitivity" -> sensitivities.put(sensitivity(key, rest), weight);
                case "kind" -> kinds.put(rest, weight);
                case "tag" -> tags.put(rest.replaceFirst(":", "="), weight);
                case "name" -> names.put(rest, weight);
                default -> others.put(key, weight);
            }
        }
        long whole = take(others, "whole", Weighting.DEFAULT.whole());
        long identity = take(others, "identity", Weighting.DEFAULT.identity());
        others.keySet().stream().sorted().findFirst().ifPresent(key -> {
            throw new Refused(MESSAGES.text("weights.unknown", key));
        });
        return new Weighting(sensitivities, kinds, tags, names, whole, identity);
    }

    private static long take(Map<String, Long> others, String key, long otherwise) {
        Long weight = others.remove(key);
        return weight == null ? otherwise : weight;
    }

    private static long weight(String key, String text) {
        // so many digits that the sum over ten million things stays exact
        if (!text.strip().matches("[0-9]{1,9}")) {
            throw new Refused(MESSAGES.text("weights.number", key, text));
        }
        return Long.parseLong(text.strip());
    }

    private static Sensitivity sensitivity(String key, String text) {
        for (Sensitivity each : Sensitivity.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new Refused(MESSAGES.text("weights.unknown", key));
    }
}
