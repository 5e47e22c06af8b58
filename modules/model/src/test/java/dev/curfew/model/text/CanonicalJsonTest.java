package dev.curfew.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /// RFC 8785 appendix B: IEEE 754 bits and the text they must have.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersHaveTheTextOfTheStandard(String bits, String text) {
        assertThat(CanonicalJson.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @Test
    void textIsEscapedAsLittleAsTheStandardAsks() {
        assertThat(CanonicalJson.text("€$\u000f\nA'B\"\\\\\"/")).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    /// RFC 8785 section 3.2.3: the order is that of UTF-16 code units, so the emoji comes before U+FB33.
    @Test
    void propertiesAreSortedByCodeUnits() {
        Map<String, Object> object = new HashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            object.put(key, 0);
        }
        assertThat(CanonicalJson.text(object))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void everyKindOfValueNests() {
        List<Object> list = new ArrayList<>(List.of(true, false, 1, 2L, 0.5, Map.of("b", List.of(), "a", Map.of())));
        list.add(null);
        assertThat(CanonicalJson.text(list)).isEqualTo("[true,false,1,2,0.5,{\"a\":{},\"b\":[]},null]");
    }

    @Test
    void whatWouldNotSurviveIsRefused() {
        for (Object value :
                new Object[] {1L << 53, Double.NaN, Double.POSITIVE_INFINITY, "\ud83d", "\ude00x", 'c', 1.0f}) {
            assertThatIllegalArgumentException().as("%s", value).isThrownBy(() -> CanonicalJson.text(value));
        }
    }

    @Test
    void doublesReadBackExactly() {
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(CanonicalJson.text(value))).isEqualTo(value == 0 ? 0 : value);
            }
        }
    }
}
