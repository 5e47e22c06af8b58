package dev.curfew.analysis.hcl.decode;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Numbers as Go reads them.
public final class Numbers {
    /// An underscore stands between digits, or between the base's prefix and a digit.
    private static final Pattern UNDERSCORES = Pattern.compile("[+-]?(0[xXbBoO]_?)?[0-9a-fA-F]+(_[0-9a-fA-F]+)*");

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /// A whole number whose prefix says its base: `0x`, `0b`, `0o`, `0`. Empty if it is none, or too large.
    public static OptionalLong whole(String text) {
        if (text.contains("_") && !UNDERSCORES.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        String plain = text.replace("_", "");
        String sign = plain.startsWith("-") ? "-" : "";
        String digits = plain.startsWith("-") || plain.startsWith("+") ? plain.substring(1) : plain;
        String lower = digits.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x")) {
            return whole(sign, digits.substring(2), 16);
        }
        if (lower.startsWith("0b")) {
            return whole(sign, digits.substring(2), 2);
        }
        if (lower.startsWith("0o")) {
            return whole(sign, digits.substring(2), 8);
        }
        return digits.length() > 1 && digits.startsWith("0")
                ? whole(sign, digits.substring(1), 8)
                : whole(sign, digits, 10);
    }

    /// A whole number of base ten.
    public static OptionalLong decimal(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return whole(text.startsWith("-") ? "-" : "", signed ? text.substring(1) : text, 10);
    }

    private static OptionalLong whole(String sign, String digits, int radix) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
            return OptionalLong.empty();
        }
        // longer ones would only be slow to refuse
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > Long.SIZE) {
            return OptionalLong.empty();
        }
        BigInteger value = new BigInteger(sign + significant, radix);
        return value.compareTo(MIN) < 0 || value.compareTo(MAX) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(value.longValue());
    }

    static boolean isFraction(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
