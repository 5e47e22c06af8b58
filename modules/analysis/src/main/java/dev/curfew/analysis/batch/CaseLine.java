package dev.curfew.analysis.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.util.Optional;

/// Answers one line, whatever it holds.
final class CaseLine {
    private static final Messages MESSAGES = Messages.of(CaseLine.class);
    private static final String ID = "id";

    /// Answers are ASCII, so that they survive a terminal of any encoding.
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // an id keeps all its digits
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// For what stands before the place where a line breaks off.
    private static final ObjectReader PREFIX = JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final CaseEvaluator evaluator;

    CaseLine(CaseEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /// @param text the answer without a line's end
    record Answer(String text, boolean isError) {}

    Answer answer(byte[] line) {
        JsonNode id = NullNode.instance;
        try {
            JsonText given = read(line);
            id = id(given);
            return new Answer(write(id, evaluator.evaluate(given)), false);
        } catch (MismatchedInputException e) {
            // Of a tree, it says nothing else.
            return error(idOf(line), MESSAGES.text("more"));
        } catch (JsonProcessingException e) {
            return error(idOf(line), notJson(e));
        } catch (CaseException e) {
            return error(id, e.getMessage());
        } catch (RuntimeException e) {
            // A fault of ours in one case must not cost the others; the answer says that it is one.
            return error(id, MESSAGES.text("fault", e.getClass().getSimpleName()));
        }
    }

    private static JsonNode id(JsonText given) {
        int at = given.field(JsonText.ROOT, ID);
        return at < 0 ? NullNode.instance : given.tree(at);
    }

    private static JsonText read(byte[] line) throws JsonProcessingException, CaseException {
        if (line.length > Lines.BYTES_MAX) {
            throw new CaseException(MESSAGES.text("too-long", Lines.BYTES_MAX));
        }
        Optional<JsonText> text = JsonText.of(line).filter(it -> it.isObject(JsonText.ROOT));
        return text.isPresent() ? text.get() : parsed(line);
    }

    /// Of what is no object in plain JSON the parser tells what is wrong.
    private static JsonText parsed(byte[] line) throws JsonProcessingException, CaseException {
        try {
            if (JSON.readTree(line) instanceof ObjectNode given) {
                return JsonText.of(given);
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            // Bytes that are no UTF-8 come as this.
            throw new CaseException(MESSAGES.text("not-utf8"));
        }
        throw new CaseException(MESSAGES.text("not-object"));
    }

    /// The parser's own words quote what it met, and name its settings.
    private static String notJson(JsonProcessingException problem) {
        String said = problem.getOriginalMessage();
        if (said.startsWith("Invalid UTF-8")) {
            return MESSAGES.text("not-utf8");
        }
        String kind = problem instanceof StreamConstraintsException
                ? "not-json.limit"
                : said.startsWith("Unexpected end-of-input")
                        ? "not-json.end"
                        : said.startsWith("Duplicate field") ? "not-json.twice" : "not-json.other";
        long at = problem.getLocation() == null ? 0 : problem.getLocation().getByteOffset();
        return MESSAGES.text("not-json", MESSAGES.text(kind), Math.max(0, at));
    }

    private static Answer error(JsonNode id, String problem) {
        return new Answer(write(id, JsonNodeFactory.instance.objectNode().put("error", problem)), true);
    }

    private static String write(JsonNode id, ObjectNode fields) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(ID, id);
        answer.setAll(fields);
        return text(answer);
    }

    private static String text(ObjectNode answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }

    /// The id of a line that breaks off after it.
    private static JsonNode idOf(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals(ID) && value != null && value.isScalarValue()) {
                        JsonNode id = PREFIX.readTree(parser);
                        // a number that the line ends with could have had more digits
                        boolean last = parser.currentLocation().getByteOffset() >= line.length;
                        return id.isNumber() && last ? NullNode.instance : id;
                    }
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return NullNode.instance;
        }
        return NullNode.instance;
    }
}
