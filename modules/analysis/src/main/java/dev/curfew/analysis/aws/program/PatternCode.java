package dev.curfew.analysis.aws.program;

import dev.curfew.analysis.aws.condition.Match;
import java.util.Locale;

/// Patterns and texts as numbers, four letters each. A pattern is a head (its kind, and how many letters it begins
/// with), those letters, and for one with more to it how many letters follow, and those.
public final class PatternCode {
    /// The letters are the whole pattern.
    private static final int WHOLE = 0;

    /// Anything may follow the letters.
    private static final int START = 1;

    /// The rest, wildcards and all, follows.
    static final int REST = 2;

    /// It has to be asked: it is more than its letters, or has others than those of ASCII.
    static final int ASKED = 3;

    private static final int KIND_BITS = 2;
    private static final int KIND = (1 << KIND_BITS) - 1;
    private static final int LETTERS = 4;
    private static final int ASCII = 0x80;

    /// Stands for every letter of a text that is none of ASCII; no pattern has it among its numbers.
    private static final int OTHER = 0xFF;

    private PatternCode() {}

    /// A pattern of actions, in whatever case.
    static void appendAction(String text, Numbers code) {
        appendResource(text.toLowerCase(Locale.ROOT), true, code);
    }

    /// @param plain whether the pattern is its text; otherwise it has to be asked, whatever its letters say
    static void appendResource(String text, boolean plain, Numbers code) {
        if (!plain || !isAscii(text)) {
            code.add(ASKED);
            return;
        }
        int length = text.length();
        int start = start(text);
        int kind = kind(start == length, start == length - 1 && text.charAt(start) == '*');
        code.add(head(kind, start));
        append(text, 0, start, code);
        if (kind == REST) {
            code.add(length - start);
            append(text, start, length, code);
        }
    }

    /// @param whole whether there is no wildcard
    /// @param starred whether the one wildcard is a star at the end
    static int kind(boolean whole, boolean starred) {
        return whole ? WHOLE : starred ? START : REST;
    }

    static int head(int kind, int letters) {
        return kind | letters << KIND_BITS;
    }

    /// Where the first wildcard is; the length where there is none.
    private static int start(String text) {
        int star = text.indexOf('*');
        int any = text.indexOf('?');
        int first = star < 0 || (any >= 0 && any < star) ? any : star;
        return first < 0 ? text.length() : first;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /// A text, to be compared with patterns.
    public static void append(String text, Numbers code) {
        append(text, 0, text.length(), code);
    }

    private static void append(String text, int from, int to, Numbers code) {
        int at = from;
        for (; at + LETTERS <= to; at += LETTERS) {
            code.add(number(text.charAt(at))
                    | number(text.charAt(at + 1)) << 8
                    | number(text.charAt(at + 2)) << 16
                    | number(text.charAt(at + 3)) << 24);
        }
        if (at < to) {
            int word = 0;
            for (int i = at; i < to; i++) {
                word |= number(text.charAt(i)) << ((i - at) * Byte.SIZE);
            }
            code.add(word);
        }
    }

    private static int number(char c) {
        return c < ASCII ? c : OTHER;
    }

    public static int words(int letters) {
        return (letters + LETTERS - 1) / LETTERS;
    }

    /// Where the next pattern is.
    public static int next(int[] code, int at) {
        int head = code[at];
        int end = at + 1 + words(head >>> KIND_BITS);
        return (head & KIND) == REST ? end + 1 + words(code[end]) : end;
    }

    /// Whether a pattern matches a text; maybe, if it has to be asked.
    ///
    /// @param at where the pattern's head is
    /// @param from where the text's words are
    /// @param length of the text, in letters
    public static Match match(int[] code, int at, int[] text, int from, int length) {
        int head = code[at];
        int letters = head >>> KIND_BITS;
        int kind = head & KIND;
        if (kind == WHOLE ? letters != length : letters > length) {
            return Match.NO;
        }
        int whole = letters / LETTERS;
        for (int i = 0; i < whole; i++) {
            if (code[at + 1 + i] != text[from + i]) {
                return Match.NO;
            }
        }
        int rest = letters % LETTERS;
        int mask = (1 << (rest * Byte.SIZE)) - 1;
        if (rest > 0 && ((code[at + 1 + whole] ^ text[from + whole]) & mask) != 0) {
            return Match.NO;
        }
        return switch (kind) {
            case WHOLE, START -> Match.YES;
            case REST -> Match.of(rest(code, at + 1 + words(letters), text, from, letters, length));
            default -> Match.MAYBE;
        };
    }

    /// Two pointers and one way back: linear but for patterns with many stars.
    private static boolean rest(int[] code, int at, int[] text, int from, int start, int length) {
        int size = code[at];
        int p = 0;
        int t = start;
        int back = -1;
        int resume = 0;
        while (t < length) {
            int c = p < size ? letter(code, at + 1, p) : 0;
            if (c == '*') {
                back = p++;
                resume = t;
            } else if (p < size && (c == '?' || c == letter(text, from, t))) {
                p++;
                t++;
            } else if (back >= 0) {
                p = back + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < size && letter(code, at + 1, p) == '*') {
            p++;
        }
        return p == size;
    }

    private static int letter(int[] words, int from, int number) {
        return (words[from + number / LETTERS] >>> (number % LETTERS * Byte.SIZE)) & 0xFF;
    }
}
