package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/// A timeline as a test compares it, a deed a line: `CREATED iam:CreateUser eve x1 by access key AKIA… failed`.
final class DeedLines {
    private DeedLines() {}

    /// @param by makes what is another at each run the same
    static List<String> of(Answer answer, UnaryOperator<String> by) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return StreamSupport.stream(answer.items().spliterator(), false)
                .map(deed -> line(deed, by.apply(deed.path("by").asText())))
                .toList();
    }

    private static String line(JsonNode deed, String by) {
        return deed.path("did").asText() + " " + deed.path("target").asText() + " x"
                + deed.path("times").asLong()
                + (deed.path("succeeded").asBoolean() ? "" : " failed")
                + (by.isEmpty() ? "" : " by " + by);
    }
}
