package dev.curfew.connector.http;

import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request. Prints as method and path: never with its headers, its query or its body.
public final class Call {
    private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "LIST", "OPTIONS");

    private final String method;
    private final URI address;
    private final @Nullable Trust trust;
    private final Way way;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable ClientCertificate certificate;
    private boolean repeatable;
    private boolean lasting;
    private long responseBytesMax = Long.MAX_VALUE;
    private byte @Nullable [] body;
    private String contentType = "";

    private Call(String method, URI address, @Nullable Trust trust, Way way) {
        this.method = method;
        this.address = address;
        this.trust = trust;
        this.way = way;
        this.repeatable = READING_METHODS.contains(method);
    }

    /// @param path as for [Endpoint#resolve]
    public static Call of(String method, Endpoint endpoint, String path) {
        return new Call(method, endpoint.resolve(path), endpoint.trust(), endpoint.way());
    }

    /// To exactly this address, its query too, which is not a connection's.
    ///
    /// @param trust null where the platform's authorities are trusted
    /// @param privateAllowed whether an address inside a network is dialled
    /// @throws SourceException as [Endpoint#of(URI, boolean)], where plain HTTP is for this machine only
    public static Call to(String method, URI address, @Nullable Trust trust, boolean privateAllowed) {
        Endpoint.of(address, false);
        return new Call(method, address, trust, Way.direct(privateAllowed));
    }

    /// @throws IllegalArgumentException if the value cannot stand in a header; the message does not repeat it
    public Call header(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException("the header " + name + " would hold more than printable ASCII");
            }
        }
        headers.put(name, value);
        return this;
    }

    /// As [#header]. The value is copied out of the secret for as long as this call lives.
    public Call header(String name, Secret value) {
        return header(name, value.reveal());
    }

    public Call body(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body.clone();
        return this;
    }

    /// Sending it twice does what sending it once does: it may be tried again. Reading methods are so by themselves.
    public Call repeatable() {
        repeatable = true;
        return this;
    }

    /// Though its method reads, sending it twice does more than sending it once: nobody sends it again.
    public Call once() {
        repeatable = false;
        return this;
    }

    /// A lower limit than the client's for this call's answer.
    public Call responseBytesMax(long bytes) {
        responseBytesMax = bytes;
        return this;
    }

    /// Shown to a server that asks for one.
    public Call certificate(ClientCertificate certificate) {
        this.certificate = certificate;
        return this;
    }

    /// It waits for what is still to happen, so that it does not count among those that are under way at once. It is
    /// still over within the client's time for an answer.
    public Call lasting() {
        lasting = true;
        return this;
    }

    String method() {
        return method;
    }

    /// Where it goes.
    public URI address() {
        return address;
    }

    /// As of its endpoint.
    @Nullable
    Trust trust() {
        return trust;
    }

    Way way() {
        return way;
    }

    @Nullable
    ClientCertificate certificate() {
        return certificate;
    }

    boolean isLasting() {
        return lasting;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /// See [#once].
    boolean isReadOnce() {
        return !repeatable && READING_METHODS.contains(method);
    }

    long responseBytesMax() {
        return responseBytesMax;
    }

    byte @Nullable [] body() {
        return body;
    }

    String contentType() {
        return contentType;
    }

    @Override
    public String toString() {
        return method + " " + address.getRawPath();
    }
}
