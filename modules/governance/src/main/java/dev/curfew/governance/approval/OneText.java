package dev.curfew.governance.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/// Reads what was signed as JSON. There is one text for one statement: what is written in another way is none.
public final class OneText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OneText() {}

    /// @param read throws where a time, a name, a number or an id in it is none
    /// @param write the one text
    /// @return empty if the text is no such statement
    public static <T> Optional<T> parse(String text, Function<JsonNode, T> read, Function<T, String> write) {
        try {
            return Optional.of(read.apply(JSON.readTree(text)))
                    .filter(statement -> write.apply(statement).equals(text));
        } catch (JsonProcessingException | DateTimeException | ArithmeticException | IllegalArgumentException e) {
            // No JSON, or something in it that is not what it should be.
            return Optional.empty();
        }
    }
}
