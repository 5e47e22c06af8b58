package dev.curfew.analysis.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.aws.oracle.Cases;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Held to Jackson's strict parser: what it refuses is refused, and what it reads is read the same.
class JsonTextTest {
    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int CASES = 300;

    /// Of each case this many are damaged.
    private static final int DAMAGED = 30;

    private static final String LETTERS = "\"\\{}[]:,0123456789.-+eEtrufalsn \t\u0000\u001f\u00e9\uffff/b";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ ] ",
                "{\"a\":{}}",
                "0",
                "-0",
                "10",
                "01",
                "-",
                "1.",
                "1.50",
                "1e5",
                "1E-05",
                "-1.5e+3",
                "1e",
                "true",
                "tru",
                "truex",
                "null",
                "nul",
                "\"\"",
                "\"a",
                "\"\\\"",
                "\"\\u00e9\\n\\/\"",
                "\"\\ud800\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\u0001\"",
                "\"\u007f\"",
                "\"é€😀\"",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"ab\":1,\"cb\":2,\"aab\":3,\"axb\":4}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":}",
                "{} {}",
                "{\"\":1,\"\":2}",
                "[[[]]]",
                "",
                " ",
                "[\"aaaaaaa\u00e9\"]",
                "NaN"
            })
    void whatJsonIsIsReadAndWhatItIsNotIsRefused(String text) {
        assertAlike(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void depthIsLimitedAndNumbersAre() {
        for (int depth : new int[] {1_000, 1_001}) {
            assertAlike(("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8));
        }
        for (int digits : new int[] {1_000, 1_001}) {
            assertAlike("1".repeat(digits).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(JsonText.of(JsonNodeFactory.instance.numberNode(new BigInteger("1".repeat(2_000))))
                        .text(JsonText.ROOT))
                .hasSize(2_000);
        JsonNode fraction = JsonNodeFactory.instance.numberNode(new BigDecimal("1." + "1".repeat(2_000)));
        assertThat(JsonText.of(fraction).text(JsonText.ROOT)).hasSize(2_002);
        JsonNode named = JsonNodeFactory.instance.objectNode().put("\u00e9".repeat(60_000), 1);
        assertThat(JsonText.of(named).tree(JsonText.ROOT)).isEqualTo(named);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (int[] wrong : new int[][] {
            {0x80},
            {0xC0, 0x80},
            {0xC2},
            {0xC2, 0x22},
            {0xE0, 0x9F, 0x80},
            {0xE2, 0x82},
            {0xED, 0xA0, 0x80},
            {0xF0, 0x8F, 0x80, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xFF}
        }) {
            byte[] text = new byte[wrong.length + 2];
            text[0] = '"';
            for (int i = 0; i < wrong.length; i++) {
                text[i + 1] = (byte) wrong[i];
            }
            text[text.length - 1] = '"';
            assertThat(JsonText.of(text)).as("%x", wrong[0]).isEmpty();
        }
    }

    @Test
    void casesDamagedAtRandomAreReadOrRefusedAlike() {
        SplittableRandom random = new SplittableRandom(7);
        int read = 0;
        for (int seed = 1; seed <= CASES; seed++) {
            String text = Cases.draw(seed).toString();
            assertAlike(text.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < DAMAGED; i++) {
                int from = random.nextInt(text.length());
                int to = Math.min(text.length(), from + random.nextInt(3));
                char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
                String damaged = text.substring(0, from) + letter + text.substring(to);
                read += assertAlike(damaged.getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
            }
        }
        assertThat(read).isBetween(CASES, CASES * (DAMAGED - 1));
    }

    /// @return whether it was read
    private static boolean assertAlike(byte[] bytes) {
        Optional<JsonText> read = JsonText.of(bytes);
        Optional<JsonNode> expected = expected(bytes);
        assertThat(read.isPresent())
                .as(() -> new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(expected.isPresent());
        if (read.isPresent()) {
            assertThat(tree(read.get(), JsonText.ROOT)).isEqualTo(expected.get());
            assertThat(read.get().tree(JsonText.ROOT)).isEqualTo(expected.get());
        }
        return read.isPresent();
    }

    private static Optional<JsonNode> expected(byte[] bytes) {
        try {
            return Optional.of(STRICT.readTree(bytes)).filter(it -> !it.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// By what a reader asks.
    private static JsonNode tree(JsonText text, int at) {
        if (text.isList(at)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            int item = text.first(at);
            for (int left = text.size(at); left > 0; left--) {
                list.add(tree(text, item));
                item = text.after(item);
            }
            return list;
        }
        if (text.isObject(at)) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            int name = text.first(at);
            for (int left = text.size(at); left > 0; left--) {
                String key = text.text(name);
                assertThat(text.value(name)).isEqualTo(text.field(at, key));
                object.set(key, tree(text, text.value(name)));
                name = text.after(text.value(name));
            }
            return object;
        }
        JsonNode scalar = text.tree(at);
        assertThat(text.text(at)).isEqualTo(scalar.asText());
        return scalar;
    }
}
