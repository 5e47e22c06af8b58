package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.util.List;
import java.util.stream.Stream;

/// Ends that ada gives to access that stands, on the command line.
record TimeBoxes(CommandBench bench) {
    /// @param what whose, and until when
    /// @return its id
    String apply(List<String> what) {
        Answer applied = bench.as(
                "ada",
                Stream.of(List.of("timebox"), what, List.of("--apply", "--reason", "it is over"))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        return applied.item().path("id").asText();
    }

    void back(String id) {
        Answer back = bench.as("ada", "timebox", "rollback", id);
        assertThat(back.exitCode()).as(back.err()).isZero();
    }

    /// How far the newest came.
    String stage() {
        JsonNode all = bench.json("timebox", "list").items();
        return all.get(all.size() - 1).path("stage").asText();
    }
}
