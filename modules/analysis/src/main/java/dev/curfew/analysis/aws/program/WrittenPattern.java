package dev.curfew.analysis.aws.program;

import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.json.JsonText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Patterns as they stand in a policy's text. Nearly all are ASCII without escapes, and become numbers four letters at
/// a time without being taken out.
final class WrittenPattern {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EIGHT_ONES = 0x0101010101010101L;
    private static final long EIGHT_LOW = 0x7F7F7F7F7F7F7F7FL;

    private static final int ONES = 0x01010101;
    private static final int HIGH = 0x80808080;
    private static final int ASCII_MAX = 0x7F;

    /// How a small letter differs from its capital, as far as its highest bit has to be moved.
    private static final int TO_CASE_BIT = 2;

    /// An ARN has this many.
    private static final int COLONS = 5;

    private WrittenPattern() {}

    /// A pattern of actions, in whatever case.
    static void appendAction(JsonText json, int at, Numbers code) {
        if (!json.isPlain(at)) {
            PatternCode.appendAction(json.text(at), code);
            return;
        }
        append(json.bytes(), json.start(at), json.end(at), true, code);
    }

    /// A pattern of resources.
    ///
    /// @param variables whether the policy's version has variables
    static void appendResource(JsonText json, int at, boolean variables, Numbers code) {
        if (!json.isPlain(at)) {
            String text = json.text(at);
            PatternCode.appendResource(text, TextPattern.isPlainText(text, variables), code);
        } else if (isItsText(json.bytes(), json.start(at), json.end(at), variables)) {
            append(json.bytes(), json.start(at), json.end(at), false, code);
        } else {
            code.add(PatternCode.ASKED);
        }
    }

    /// As [TextPattern] says of a text.
    private static boolean isItsText(byte[] bytes, int from, int to, boolean variables) {
        boolean arn = to - from >= 4
                && bytes[from] == 'a'
                && bytes[from + 1] == 'r'
                && bytes[from + 2] == 'n'
                && bytes[from + 3] == ':';
        return (!variables || !hasVariable(bytes, from, to)) && (!arn || isWhole(bytes, from, to));
    }

    private static boolean hasVariable(byte[] bytes, int from, int to) {
        int dollar = first(bytes, from, to, '$', '$');
        while (dollar < to - 1 && bytes[dollar + 1] != '{') {
            dollar = first(bytes, dollar + 1, to, '$', '$');
        }
        return dollar < to - 1;
    }

    /// Whether an ARN has all its parts, and no wildcard that stays in one of them. Most have none before the last.
    private static boolean isWhole(byte[] bytes, int from, int to) {
        int wildcard = first(bytes, from, to, '*', '?');
        return colons(bytes, from, wildcard) >= COLONS || isWholeByLetters(bytes, from, to);
    }

    private static boolean isWholeByLetters(byte[] bytes, int from, int to) {
        int colons = 0;
        for (int at = from; at < to && colons < COLONS; at++) {
            if (bytes[at] == '?' || (bytes[at] == '*' && at + 1 < to && bytes[at + 1] != ':')) {
                return false;
            }
            colons += bytes[at] == ':' ? 1 : 0;
        }
        return colons == COLONS;
    }

    private static int colons(byte[] bytes, int from, int to) {
        int colons = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            colons += Long.bitCount(equal((long) LONGS.get(bytes, at), ':'));
        }
        for (; at < to; at++) {
            colons += bytes[at] == ':' ? 1 : 0;
        }
        return colons;
    }

    /// Where the first of two letters is; the end where neither is there.
    private static int first(byte[] bytes, int from, int to, char one, char other) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long found = equal(eight, one) | equal(eight, other);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != one && bytes[at] != other) {
            at++;
        }
        return at;
    }

    /// The highest bit of each of eight letters of ASCII that is this one.
    private static long equal(long eight, char letter) {
        return ~((eight ^ EIGHT_ONES * letter) + EIGHT_LOW) & ~EIGHT_LOW;
    }

    private static void append(byte[] bytes, int from, int to, boolean lower, Numbers code) {
        int wildcard = first(bytes, from, to, '*', '?');
        int kind = PatternCode.kind(wildcard == to, wildcard == to - 1 && bytes[wildcard] == '*');
        code.add(PatternCode.head(kind, wildcard - from));
        letters(bytes, from, wildcard, lower, code);
        if (kind == PatternCode.REST) {
            code.add(to - wildcard);
            letters(bytes, wildcard, to, lower, code);
        }
    }

    private static void letters(byte[] bytes, int from, int to, boolean lower, Numbers code) {
        int word = code.reserve(PatternCode.words(to - from));
        int[] words = code.room();
        int at = from;
        for (; at + Integer.BYTES <= to; at += Integer.BYTES) {
            int four = (int) INTS.get(bytes, at);
            words[word++] = lower ? lower(four) : four;
        }
        if (at < to) {
            int last = 0;
            for (int i = to - 1; i >= at; i--) {
                last = last << Byte.SIZE | bytes[i];
            }
            words[word] = lower ? lower(last) : last;
        }
    }

    /// Four letters of ASCII at once.
    private static int lower(int four) {
        int fromA = four + ONES * (ASCII_MAX + 1 - 'A');
        int afterZ = four + ONES * (ASCII_MAX - 'Z');
        return four | ((fromA ^ afterZ) & HIGH) >>> TO_CASE_BIT;
    }
}
