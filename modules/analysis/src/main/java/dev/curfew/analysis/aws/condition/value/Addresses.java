package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Optional;
import java.util.regex.Pattern;

/// IP addresses and CIDR ranges of both versions, parsed without ever asking a name server.
final class Addresses {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern PREFIX = Pattern.compile("\\d{1,3}");
    private static final int GROUPS = 8;

    private Addresses() {}

    /// @param policy an address, or a range in CIDR form
    static ValueTest within(String policy) {
        int slash = policy.indexOf('/');
        Optional<byte[]> network = parse(slash < 0 ? policy : policy.substring(0, slash));
        if (network.isEmpty()) {
            return ValueTest.NOTHING;
        }
        int bits = network.get().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : prefix(policy.substring(slash + 1), bits);
        return prefix < 0 ? ValueTest.NOTHING : given -> compare(network.get(), prefix, given);
    }

    /// An address of the other version is outside of every range of this one.
    private static Outcome compare(byte[] network, int prefix, String given) {
        Optional<byte[]> address = parse(given);
        if (address.isEmpty()) {
            return Outcome.INCOMPARABLE;
        }
        return Outcome.of(address.get().length == network.length && sameBits(network, address.get(), prefix));
    }

    /// -1 for what is no length of a prefix.
    private static int prefix(String text, int bits) {
        if (!PREFIX.matcher(text).matches()) {
            return -1;
        }
        int prefix = Integer.parseInt(text);
        return prefix <= bits ? prefix : -1;
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % Byte.SIZE);
            if ((one[i / Byte.SIZE] & mask) != (other[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> parse(String text) {
        return text.indexOf(':') < 0 && V4.matcher(text).matches() ? v4(text) : v6(text);
    }

    private static Optional<byte[]> v4(String text) {
        byte[] bytes = new byte[4];
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            int dot = text.indexOf('.', from);
            int value = Integer.parseInt(text, from, dot < 0 ? text.length() : dot, 10);
            if (value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
            from = dot + 1;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (!text.contains(":") || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
            return Optional.empty();
        }
        String[] before = groups(gap < 0 ? text : text.substring(0, gap));
        String[] after = groups(gap < 0 ? "" : text.substring(gap + 2));
        int given = before.length + after.length;
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            return Optional.empty();
        }
        byte[] bytes = new byte[GROUPS * 2];
        try {
            put(bytes, before, 0);
            put(bytes, after, GROUPS - after.length);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(bytes);
    }

    /// The groups in hexadecimal; a dotted end counts as two.
    private static String[] groups(String text) {
        if (text.isEmpty()) {
            return new String[0];
        }
        int last = text.lastIndexOf(':');
        String tail = text.substring(last + 1);
        if (!V4.matcher(tail).matches()) {
            return text.split(":", -1);
        }
        byte[] bytes = v4(tail).orElse(new byte[4]);
        String high = Integer.toHexString((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF));
        String low = Integer.toHexString((bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF));
        return (text.substring(0, last + 1) + high + ":" + low).split(":", -1);
    }

    private static void put(byte[] bytes, String[] groups, int from) {
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].isEmpty() || groups[i].length() > 4) {
                throw new NumberFormatException("not a group");
            }
            int value = Integer.parseInt(groups[i], 16);
            bytes[(from + i) * 2] = (byte) (value >> 8);
            bytes[(from + i) * 2 + 1] = (byte) value;
        }
    }
}
