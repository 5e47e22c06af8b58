package dev.curfew.connector.http;

import dev.curfew.model.text.Messages;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Request bodies that are sent once, and response bodies that end.
final class Bodies {
    private static final Messages MESSAGES = Messages.of(Bodies.class);

    private Bodies() {}

    /// Null where the method has none. The body of a call that must not arrive twice is one-shot, which keeps OkHttp
    /// from sending it again on its own.
    static @Nullable RequestBody of(Call call) {
        byte[] body = call.body();
        if (body == null && (call.method().equals("GET") || call.method().equals("HEAD"))) {
            return null;
        }
        if (body == null && call.isRepeatable()) {
            return call.method().equals("LIST") ? null : RequestBody.EMPTY;
        }
        return new Sent(body == null ? new byte[0] : body, call.contentType(), !call.isRepeatable());
    }

    /// @param hangUp ends the connection, for a body that is too large: otherwise OkHttp goes on reading what is left
    ///     for a
    ///     tenth of a second, to use the connection again
    static HttpOutcome read(Response response, Call call, long bytesMax, Runnable hangUp) {
        try (response) {
            byte[] body = new Limited(response.body().byteStream(), bytesMax, hangUp).readAllBytes();
            return new HttpOutcome.Answered(
                    response.code(), headers(response), new String(body, StandardCharsets.UTF_8));
        } catch (TooLargeException _) {
            return tooLarge(call, bytesMax);
        } catch (IOException e) {
            return Failures.of(e, call);
        }
    }

    /// As it arrives. Only what is not 2xx is kept, and answered as text.
    ///
    /// @param hangUp as for [#read]
    static HttpOutcome stream(Response response, Call call, Http.BodyReader reader, long bytesMax, Runnable hangUp) {
        if (!response.isSuccessful()) {
            return read(response, call, bytesMax, hangUp);
        }
        try (response) {
            Limited limited = new Limited(response.body().byteStream(), bytesMax, hangUp);
            reader.read(limited);
            return limited.isOver()
                    ? tooLarge(call, bytesMax)
                    : new HttpOutcome.Answered(response.code(), headers(response), "");
        } catch (TooLargeException _) {
            return tooLarge(call, bytesMax);
        } catch (IOException e) {
            return Failures.of(e, call);
        }
    }

    private static HttpOutcome tooLarge(Call call, long bytesMax) {
        return new HttpOutcome.Unanswered(HttpOutcome.Reason.TOO_LARGE, MESSAGES.text("too-large", call, bytesMax));
    }

    private static Map<String, List<String>> headers(Response response) {
        return Map.copyOf(new TreeMap<>(response.headers().toMultimap()));
    }

    private static final class Sent extends RequestBody {
        private final byte[] bytes;
        private final @Nullable MediaType type;
        private final boolean oneShot;

        Sent(byte[] bytes, String contentType, boolean oneShot) {
            this.bytes = bytes;
            this.type = contentType.isEmpty() ? null : MediaType.get(contentType);
            this.oneShot = oneShot;
        }

        @Override
        public @Nullable MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return oneShot;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Ends with an exception where the limit is passed, even for a reader that takes an end for the end.
    private static final class Limited extends FilterInputStream {
        private final Runnable hangUp;
        private long left;

        Limited(InputStream in, long bytesMax, Runnable hangUp) {
            super(in);
            this.hangUp = hangUp;
            this.left = bytesMax;
        }

        boolean isOver() {
            return left < 0;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return count(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            return count(read, Math.max(read, 0));
        }

        private int count(int answer, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                hangUp.run();
                throw new TooLargeException();
            }
            return answer;
        }
    }
}
