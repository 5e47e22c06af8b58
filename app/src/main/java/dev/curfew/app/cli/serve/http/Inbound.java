package dev.curfew.app.cli.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.curfew.connector.http.StrictJson;
import dev.curfew.model.text.Messages;
import java.io.IOException;
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
    private static final StrictJson JSON = new StrictJson(8);

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
        JsonNode json = JSON.read(json(ServeLimits.BODY_BYTES_MAX))
                .orElseThrow(() -> Problem.of(ProblemKind.MALFORMED, MESSAGES.text("json")));
        return json instanceof ObjectNode object ? object : notAnObject();
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
