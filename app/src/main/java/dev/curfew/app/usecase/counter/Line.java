package dev.curfew.app.usecase.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One exchange of two processes that can both open the workspace. Each side begins with a random challenge; what
/// follows is sealed by both and by the workspace's shared key, so that nobody else asks, answers, or repeats what was
/// said before. Nobody is kept from reading: the socket's folder is private.
final class Line implements AutoCloseable {
    private static final int CHALLENGE_BYTES = 32;

    /// A slip with alternatives is some kilobytes, a list of trusts with their certificates some hundred.
    private static final int BYTES_MAX = 4 * 1024 * 1024;

    private static final int SEAL_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SocketChannel channel;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final byte[] key;
    private final byte[] challenges = new byte[2 * CHALLENGE_BYTES];

    private Line(SocketChannel channel, byte[] key) {
        this.channel = channel;
        this.key = key;
        in = new DataInputStream(Channels.newInputStream(channel));
        out = new DataOutputStream(Channels.newOutputStream(channel));
    }

    /// Of whoever asks, or else of whoever answers.
    static Line begun(SocketChannel channel, byte[] key, boolean asks) throws IOException {
        Line line = new Line(channel, key);
        byte[] own = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(own);
        line.out.write(own);
        byte[] other = new byte[CHALLENGE_BYTES];
        line.in.readFully(other);
        System.arraycopy(asks ? own : other, 0, line.challenges, 0, CHALLENGE_BYTES);
        System.arraycopy(asks ? other : own, 0, line.challenges, CHALLENGE_BYTES, CHALLENGE_BYTES);
        return line;
    }

    void say(String kind, Map<String, Object> json) throws IOException {
        byte[] text = JSON.writeValueAsBytes(json);
        out.writeInt(text.length);
        out.write(text);
        out.write(seal(kind, text));
    }

    /// @throws IOException if it was not said by whoever has the key, here and now
    Map<?, ?> hear(String kind) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > BYTES_MAX) {
            throw new IOException("too long");
        }
        byte[] text = in.readNBytes(length);
        byte[] seal = in.readNBytes(SEAL_BYTES);
        if (!MessageDigest.isEqual(seal, seal(kind, text))) {
            throw new IOException("not sealed with the workspace's key");
        }
        try {
            return JSON.readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON", e);
        }
    }

    private byte[] seal(String kind, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((byte) kind.length());
            mac.update(kind.getBytes(StandardCharsets.US_ASCII));
            mac.update(challenges);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
