package dev.curfew.app.cli.serve.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/// One request that got past the gate.
public final class Inbound {
    private static final Messages MESSAGES = Messages.of(Inbound.class);
    private static final Pattern TYPE = Pattern.compile("application/json(?:\\s*;\\s*charset=\"?utf-8\"?)?");
    private static final int DEPTH_MAX = 8;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final HttpExchange exchange;
    private final List<String> segments;

    Inbound(HttpExchange exchange) {
        this.exchange = exchange;
        this.segments = Arrays.stream(exchange.getRequestURI().getRawPath().split("/", -1))
                .skip(1)
                .toList();
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /// The path's parts, as they were sent.
    public List<String> segments() {
        return segments;
    }

    public List<String> header(String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    /// What was shown at the handshake, its own certificate first; none without TLS, or where none was shown.
    public List<X509Certificate> certificates() {
        if (!(exchange instanceof HttpsExchange secure)) {
            return List.of();
        }
        try {
            return Arrays.stream(secure.getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException _) {
            return List.of();
        }
    }

    /// The body as a JSON object.
    ///
    /// @throws Problem if it is none, too large, or took too long
    public ObjectNode object() {
        byte[] json = json(ServeLimits.BODY_BYTES_MAX);
        try {
            return JSON.readTree(json) instanceof ObjectNode object ? object : notAnObject();
        } catch (JsonProcessingException _) {
            // its words can quote what was sent
            throw Problem.of(ProblemKind.MALFORMED, MESSAGES.text("json"));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are read", e);
        }
    }

    /// A body that says that it is JSON, as it was sent.
    ///
    /// @throws Problem if it says otherwise, is too large, or took too long
    public byte[] json(int bytesMax) {
        if (!isOf(TYPE)) {
            throw Problem.of(ProblemKind.NOT_JSON, MESSAGES.text("type"));
        }
        if (!header("Content-Encoding").isEmpty()) {
            throw Problem.of(ProblemKind.NOT_JSON, MESSAGES.text("encoded"));
        }
        return bytes(bytesMax);
    }

    /// Whether its one type is such a one.
    public boolean isOf(Pattern type) {
        List<String> types = header("Content-Type");
        return types.size() == 1
                && type.matcher(types.getFirst().toLowerCase(Locale.ROOT)).matches();
    }

    private static ObjectNode notAnObject() {
        throw Problem.of(ProblemKind.MALFORMED, MESSAGES.text("object"));
    }

    /// The body as it was sent.
    ///
    /// @throws Problem if it is too large, or took too long
    public byte[] bytes(int bytesMax) {
        byte[] bytes;
        try {
            bytes = exchange.getRequestBody().readNBytes(bytesMax + 1);
        } catch (IOException _) {
            throw Problem.of(ProblemKind.TOO_SLOW, MESSAGES.text("slow"));
        }
        if (bytes.length > bytesMax) {
            throw Problem.of(ProblemKind.TOO_LARGE, MESSAGES.text("large", bytesMax))
                    .header("Connection", "close");
        }
        return bytes;
    }
}
