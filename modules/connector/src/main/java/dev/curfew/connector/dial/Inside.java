package dev.curfew.connector.dial;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Tells addresses inside a network from public ones (IANA's registries of special-purpose addresses, RFC 6890). An
/// address that carries one of version 4 leads there, and is judged by it.
final class Inside {
    private Inside() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isInside(bytes);
            case Inet6Address _ -> isInsideSix(bytes);
            default -> true;
        };
    }

    /// This network, RFC 1918, RFC 6598, loopback, RFC 3927 (where clouds answer with an instance's credentials),
    /// protocols' own, benchmarks, and what is no single machine's or kept for later.
    private static boolean isInside(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> (second & 0xc0) == 64;
            case 169 -> second == 254;
            case 172 -> (second & 0xf0) == 16;
            case 192 -> second == 168 || (second == 0 && four[2] == 0);
            case 198 -> (second & 0xfe) == 18;
            default -> first >= 224;
        };
    }

    private static boolean isInsideSix(byte[] six) {
        int first = six[0] & 0xff;
        int second = six[1] & 0xff;
        return switch (first) {
            case 0 -> second == 0x64 ? isInsideTranslated(six) : isInsideReserved(six);
            case 0x20 -> isInsideTunnel(six, second);
            // RFC 4193, multicast
            case 0xfc, 0xfd, 0xff -> true;
            // link-local, and site-local as it was (RFC 3879)
            case 0xfe -> second >= 0x80;
            default -> false;
        };
    }

    /// Mapped, compatible, translated (RFC 4291, RFC 2765), unspecified, loopback; the rest of `::/8` is nobody's.
    private static boolean isInsideReserved(byte[] six) {
        return !isZero(six, 0, 8) || isInside(lastFour(six));
    }

    /// NAT64: `64:ff9b::/96` (RFC 6052), and `64:ff9b:1::/48`, a network's own (RFC 8215), where nothing tells apart
    /// the forms that may stand there, so that only the one of the first kind is read.
    private static boolean isInsideTranslated(byte[] six) {
        boolean isKnown = (six[2] & 0xff) == 0xff
                && (six[3] & 0xff) == 0x9b
                && six[4] == 0
                && (six[5] == 0 || six[5] == 1)
                && isZero(six, 6, 12);
        return !isKnown || isInside(lastFour(six));
    }

    /// 6to4 (`2002::/16`, RFC 3056) and Teredo (`2001::/32`, RFC 4380): the server, and the client with its bits
    /// turned.
    private static boolean isInsideTunnel(byte[] six, int second) {
        if (second == 2) {
            return isInside(Arrays.copyOfRange(six, 2, 6));
        }
        return second == 1
                && isZero(six, 2, 4)
                && (isInside(Arrays.copyOfRange(six, 4, 8)) || isInside(turned(lastFour(six))));
    }

    private static byte[] lastFour(byte[] six) {
        return Arrays.copyOfRange(six, 12, 16);
    }

    private static byte[] turned(byte[] four) {
        byte[] turned = new byte[four.length];
        for (int i = 0; i < four.length; i++) {
            turned[i] = (byte) ~four[i];
        }
        return turned;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }
}
