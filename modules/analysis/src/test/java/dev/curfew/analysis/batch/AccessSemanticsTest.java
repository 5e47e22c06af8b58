package dev.curfew.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.json.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cases made by hand from the providers' pages, clause by clause, as somebody would who looks for mistakes; the pages
/// are
/// those of docs/development/conformance.md. Of an answer what is said there has to be so.
class AccessSemanticsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Line(String evaluator, String clause, JsonNode given, JsonNode answer) {
        @Override
        public String toString() {
            return clause;
        }
    }

    static Stream<Line> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AccessSemanticsTest.class.getResourceAsStream("access-semantics.jsonl")),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(AccessSemanticsTest::line).toList().stream();
        }
    }

    private static Line line(String text) {
        try {
            JsonNode line = JSON.readTree(text);
            return new Line(
                    line.path("evaluator").asText(),
                    line.path("clause").asText(),
                    line.path("case"),
                    line.path("answer"));
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void holds(Line line) throws CaseException {
        ObjectNode answer = Objects.requireNonNull(
                        CaseEvaluators.all(Clock.systemUTC()).get(line.evaluator()))
                .evaluate(JsonText.of(line.given()));

        assertThat((JsonNode) answer.retain(List.copyOf(fields(line.answer())))).isEqualTo(line.answer());
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(field -> field.getKey()).toList();
    }
}
