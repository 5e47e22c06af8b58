package dev.curfew.analysis.aws.condition.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An address of either version.
///
/// @param high of version 6 the first 64 bits, else 0
/// @param low the other bits
public record IpAddress(boolean isVersion6, long high, long low) {
    private static final int GROUPS = 8;
    private static final int GROUP_DIGITS_MAX = 4;
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /// Null for what is none.
    public static @Nullable IpAddress parse(String text) {
        if (text.indexOf(':') >= 0) {
            return v6(text);
        }
        long v4 = v4(text, 0);
        return v4 < 0 ? null : new IpAddress(false, 0, v4);
    }

    public int bits() {
        return isVersion6 ? V6_BITS : V4_BITS;
    }

    public boolean isWithin(IpAddress network, int prefix) {
        if (isVersion6 != network.isVersion6) {
            return false;
        }
        if (!isVersion6) {
            return prefix == 0 || (low ^ network.low) >>> (V4_BITS - prefix) == 0;
        }
        long highDifference = high ^ network.high;
        if (prefix <= Long.SIZE) {
            return prefix == 0 || highDifference >>> (Long.SIZE - prefix) == 0;
        }
        return highDifference == 0 && (low ^ network.low) >>> (V6_BITS - prefix) == 0;
    }

    /// The first address of the range of this prefix that it is in.
    public IpAddress first(int prefix) {
        return of(number().andNot(hosts(prefix)));
    }

    /// The last address of the range of this prefix that it is in.
    public IpAddress last(int prefix) {
        return of(number().or(hosts(prefix)));
    }

    /// The address so many further on; behind the last comes the first.
    public IpAddress plus(int count) {
        return of(number().add(BigInteger.valueOf(count)));
    }

    private BigInteger hosts(int prefix) {
        return BigInteger.ONE.shiftLeft(bits() - prefix).subtract(BigInteger.ONE);
    }

    private BigInteger number() {
        BigInteger lower = new BigInteger(Long.toUnsignedString(low));
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).or(lower);
    }

    private IpAddress of(BigInteger number) {
        return isVersion6
                ? new IpAddress(true, number.shiftRight(Long.SIZE).longValue(), number.longValue())
                : new IpAddress(false, 0, number.longValue() & 0xFFFF_FFFFL);
    }

    /// As it is written.
    public String text() {
        StringBuilder text = new StringBuilder();
        int size = isVersion6 ? Short.SIZE : Byte.SIZE;
        for (int shift = bits() - size; shift >= 0; shift -= size) {
            int part = number().shiftRight(shift).intValue() & (1 << size) - 1;
            text.append(isVersion6 ? Integer.toHexString(part) : Integer.toString(part));
            text.append(shift == 0 ? "" : isVersion6 ? ":" : ".");
        }
        return text.toString();
    }

    /// -1 for what is not four numbers of up to three digits, up to 255.
    private static long v4(String text, int from) {
        long address = 0;
        int at = from;
        for (int i = 0; i < 4; i++) {
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < 3) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            boolean ended = i == 3 ? at == text.length() : at < text.length() && text.charAt(at) == '.';
            if (at == start || value > 255 || !ended) {
                return -1;
            }
            at++;
            address = address << Byte.SIZE | value;
        }
        return address;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Groups in hexadecimal, of which a gap `::` stands for as many as are missing, one at least; a dotted end counts
    /// as two.
    private static @Nullable IpAddress v6(String text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != ':') {
                end++;
            }
            if (text.indexOf('.', at) >= 0 && end == text.length()) {
                long dotted = v4(text, at);
                if (dotted < 0 || count > GROUPS - 2) {
                    return null;
                }
                groups[count++] = (int) (dotted >> 16);
                groups[count++] = (int) (dotted & 0xFFFF);
                break;
            }
            int group = group(text, at, end);
            if (group < 0 || count == GROUPS) {
                return null;
            }
            groups[count++] = group;
            at = end;
            if (text.startsWith("::", at)) {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at += 2;
            } else if (at < text.length() && ++at == text.length()) {
                return null;
            }
        }
        return gap < 0 ? count == GROUPS ? of(groups) : null : count == GROUPS ? null : of(spread(groups, count, gap));
    }

    /// -1 for what is none.
    private static int group(String text, int from, int to) {
        if (from == to || to - from > GROUP_DIGITS_MAX) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int[] spread(int[] groups, int count, int gap) {
        int[] spread = new int[GROUPS];
        System.arraycopy(groups, 0, spread, 0, gap);
        System.arraycopy(groups, gap, spread, GROUPS - count + gap, count - gap);
        return spread;
    }

    private static IpAddress of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << Short.SIZE | groups[i];
            low = low << Short.SIZE | groups[i + GROUPS / 2];
        }
        return new IpAddress(true, high, low);
    }
}
