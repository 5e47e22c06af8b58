package dev.curfew.snapshot.secret;

import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.Utf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Names and values in memory, wiped by [#close]. Values never become strings, which could not be wiped.
///
/// In bytes: the count, then for each the name's length, the name in UTF-8, the value's length, the value in UTF-8;
/// numbers of four bytes, the highest first.
final class SecretTable implements AutoCloseable {
    private final Map<String, byte[]> values = new TreeMap<>();

    static SecretTable decode(byte[] clear) {
        SecretTable table = new SecretTable();
        ByteBuffer in = ByteBuffer.wrap(clear);
        for (int left = in.getInt(); left > 0; left--) {
            String name = new String(take(in), StandardCharsets.UTF_8);
            table.values.put(name, take(in));
        }
        Arrays.fill(clear, (byte) 0);
        return table;
    }

    private static byte[] take(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    Optional<Secret> get(String name) {
        byte[] value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(Secret.taking(Utf8.decode(value)));
    }

    void put(String name, Secret value) {
        wipe(values.put(name, value.use(typed -> Utf8.encode(CharBuffer.wrap(typed)))));
    }

    void remove(String name) {
        wipe(values.remove(name));
    }

    /// Lends the clear bytes to the cipher and wipes them.
    byte[] seal(UnaryOperator<byte[]> cipher) {
        byte[] clear = encode();
        try {
            return cipher.apply(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private byte[] encode() {
        int size = Integer.BYTES;
        for (Map.Entry<String, byte[]> one : values.entrySet()) {
            size += 2 * Integer.BYTES + name(one).length + one.getValue().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(values.size());
        for (Map.Entry<String, byte[]> one : values.entrySet()) {
            byte[] name = name(one);
            out.putInt(name.length).put(name);
            out.putInt(one.getValue().length).put(one.getValue());
        }
        return out.array();
    }

    private static byte[] name(Map.Entry<String, byte[]> one) {
        return one.getKey().getBytes(StandardCharsets.UTF_8);
    }

    private static void wipe(byte @Nullable [] bytes) {
        if (bytes != null) {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public void close() {
        values.values().forEach(SecretTable::wipe);
        values.clear();
    }
}
