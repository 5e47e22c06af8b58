package dev.curfew.snapshot.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.governance.Officer;
import dev.curfew.snapshot.testing.Facts;
import dev.curfew.snapshot.testing.Saved;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
    private final RecordJson json = new RecordJson();

    @Test
    void everyKindOfFactComesBackAsItWas() {
        for (Fact fact : Facts.ofEveryKind()) {
            assertThat((Fact) json.read(json.write(fact), fact.getClass())).isEqualTo(fact);
        }
    }

    @Test
    void theTextIsTheSameInWhateverOrderAMapWasFilled() {
        Map<String, String> ascending = new TreeMap<>(Map.of("a", "1", "b", "2", "c", "3"));
        Map<String, String> descending = new LinkedHashMap<>();
        ascending.keySet().stream()
                .sorted((x, y) -> y.compareTo(x))
                .forEach(key -> descending.put(key, ascending.get(key)));

        assertThat(json.write(descending)).isEqualTo(json.write(ascending));
    }

    @Test
    void propertiesStandInOrderOfTheirNames() {
        assertThat(json.write(Saved.ADA))
                .isEqualTo("{\"addedAt\":\"2026-11-20T03:14:09.123456789Z\",\"displayName\":\"Ada L.\","
                        + "\"name\":\"ada\",\"publicKey\":\"MCow\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"ada\"}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"ada\",\"publicKey\":null}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"ada\",\"publicKey\":\"\",\"x\":1}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"ada\",\"publicKey\":\"\",\"name\":\"b\"}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"ada\",\"publicKey\":\"\"} {}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":1,\"name\":\"ada\",\"publicKey\":\"\"}",
                "{\"addedAt\":\"2026-11-20T03:14:09Z\",\"displayName\":\"\",\"name\":\"A D A\",\"publicKey\":\"\"}",
                "{\"addedAt\":\"now\",\"displayName\":\"\",\"name\":\"ada\",\"publicKey\":\"\"}",
                "null",
                "[]",
                "",
                "{"
            })
    void whatIsNotExactlySuchARecordIsRefused(String text) {
        assertThatThrownBy(() -> json.read(text, Officer.class)).isInstanceOf(JsonException.class);
    }

    @Test
    void theMessageOfARefusalQuotesNothing() {
        assertThatThrownBy(() -> json.read("{\"name\":\"CANARY\"}", Officer.class))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("CANARY");
    }
}
