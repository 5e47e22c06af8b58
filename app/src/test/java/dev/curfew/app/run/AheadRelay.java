package dev.curfew.app.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hands every request on to a real server, and every answer back as if the server's clock were that far ahead: the
/// times that it tells, in its `Date` and in its answers.
final class AheadRelay implements AutoCloseable {
    private static final Pattern TIME = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)\"");

    /// What the client here sets itself.
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "accept-encoding", "upgrade", "http2-settings");

    private final URI behind;
    private final Supplier<Duration> ahead;
    private final ServerSocket front;
    private final HttpClient client = HttpClient.newHttpClient();

    AheadRelay(URI behind, Supplier<Duration> ahead) {
        this.behind = behind;
        this.ahead = ahead;
        try {
            front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("ahead-relay").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + front.getLocalPort());
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket caller = front.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            String[] first = line(in).split(" ");
            List<String> headers = new ArrayList<>();
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                headers.add(header);
            }
            byte[] body = in.readNBytes(length(headers));
            write(
                    caller.getOutputStream(),
                    client.send(copy(first, headers, body), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest copy(String[] first, List<String> headers, byte[] body) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(behind.resolve(first[1]))
                .method(first[0], HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : headers) {
            String[] pair = header.split(": *", 2);
            if (!OWN.contains(pair[0].toLowerCase(Locale.ROOT))) {
                copy.header(pair[0], pair[1]);
            }
        }
        return copy.build();
    }

    private void write(OutputStream out, HttpResponse<String> answer) throws IOException {
        byte[] body = later(answer.body()).getBytes(StandardCharsets.UTF_8);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(ahead.get()).atOffset(ZoneOffset.UTC));
        String head = "HTTP/1.1 " + answer.statusCode() + " Told\r\nDate: " + date + "\r\nContent-Type: "
                + answer.headers().firstValue("content-type").orElse("application/json") + "\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private String later(String body) {
        return TIME.matcher(body)
                .replaceAll(time -> "\"" + Instant.parse(time.group(1)).plus(ahead.get()) + "\"");
    }

    private static int length(List<String> headers) {
        return headers.stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .filter(header -> header.startsWith("content-length:"))
                .map(header -> Integer.parseInt(
                        header.substring("content-length:".length()).strip()))
                .collect(Collectors.summingInt(Integer::intValue));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character >= 0 && character != '\n'; character = in.read()) {
            line.append((char) character);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        front.close();
        client.close();
    }
}
