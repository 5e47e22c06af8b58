package dev.curfew.model.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Canonical JSON (RFC 8785): one text for one value, so that it can be hashed and signed.
///
/// Takes `null`, `Boolean`, `String`, `Integer`, `Long`, `Double`, `List` and `Map<String, ?>`. Integers outside
/// ±(2^53 − 1) are refused, because RFC 8785 numbers are IEEE 754 doubles and would not survive.
public final class CanonicalJson {
    private static final long INTEGER_MAX = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// @throws IllegalArgumentException for a value of another type, a number that is not finite or too large, or a
    ///     string that is not well-formed UTF-16
    public static String text(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    /// The UTF-8 bytes of [#text].
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean bool -> out.append(bool);
            case String string -> writeString(string);
            case Integer number -> out.append(number);
            case Long number -> writeLong(number);
            case Double number -> writeDouble(number);
            case List<?> list -> writeList(list);
            case Map<?, ?> map -> writeMap(map);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private void writeLong(long number) {
        if (Math.abs(number) > INTEGER_MAX) {
            throw new IllegalArgumentException("an integer beyond 2^53 - 1 does not survive JSON: " + number);
        }
        out.append(number);
    }

    /// ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20), which RFC 8785 section 3.2.2.3 adopts. Java gives the
    /// same shortest digits since JDK 19, but for one case, and lays them out in another way.
    private void writeDouble(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == 0) {
            out.append('0');
            return;
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        if (number < 0) {
            out.append('-');
        }
        layOut(digits, digits.length() - shortest.scale());
    }

    /// `Double.toString` takes two digits where they are nearer than the one that would do (4.9E-324 for 5e-324).
    private static BigDecimal shortest(double number) {
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal oneDigit =
                    decimal.round(new MathContext(1, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            return oneDigit.doubleValue() == number ? oneDigit : decimal;
        }
        return decimal;
    }

    /// @param point where the decimal point stands, counted from the first digit
    private void layOut(String digits, int point) {
        int count = digits.length();
        if (point > 21 || point <= -6) {
            layOutExponent(digits, point - 1);
        } else if (point >= count) {
            out.append(digits).repeat('0', point - count);
        } else if (point > 0) {
            out.append(digits, 0, point).append('.').append(digits, point, count);
        } else {
            out.append("0.").repeat('0', -point).append(digits);
        }
    }

    private void layOutExponent(String digits, int exponent) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? "" : "+").append(exponent);
    }

    private void writeList(List<?> list) {
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            write(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /// String's natural order compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
    private void writeMap(Map<?, ?> map) {
        Object[] keys = map.keySet().toArray();
        Arrays.sort(keys);
        out.append('{');
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            writeString((String) keys[i]);
            out.append(':');
            write(map.get(keys[i]));
        }
        out.append('}');
    }

    private void writeString(String string) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            if (!isPlain(character)) {
                out.append(string, written, i);
                i = Character.isSurrogate(character) ? writePair(string, i) : writeEscaped(character, i);
                written = i + 1;
            }
        }
        out.append(string, written, string.length()).append('"');
    }

    private static boolean isPlain(char character) {
        return character >= 0x20 && character != '"' && character != '\\' && !Character.isSurrogate(character);
    }

    private int writePair(String string, int at) {
        if (at + 1 >= string.length() || !Character.isSurrogatePair(string.charAt(at), string.charAt(at + 1))) {
            throw new IllegalArgumentException("a lone surrogate at character " + at);
        }
        out.append(string, at, at + 2);
        return at + 1;
    }

    /// @return where it stands
    private int writeEscaped(char character, int at) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format("\\u%04x", (int) character));
        }
        return at;
    }
}
