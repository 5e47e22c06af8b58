package dev.curfew.connector.endpoints;

import dev.curfew.connector.dial.PrivateAddressException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// Asks an endpoint for its certificates, and hangs up.
///
/// @param patience for the connection, and then for the handshake as a whole, however slowly bytes drip
/// @param sockets dial
record Handshake(Duration patience, SocketFactory sockets) {
    private static final Messages MESSAGES = Messages.of(Handshake.class);

    Shown with(Endpoint endpoint) throws InterruptedException {
        Seeing seeing = new Seeing();
        AtomicBoolean late = new AtomicBoolean();
        String protocol = "";
        String why = "";
        try (Socket plain = sockets.createSocket()) {
            plain.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()), Math.toIntExact(patience.toMillis()));
            Thread limit = limit(plain, late);
            try {
                protocol = shake(plain, endpoint, seeing);
            } finally {
                limit.interrupt();
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            why = MESSAGES.text("failed." + (late.get() ? "slow" : reason(e)), patience.toSeconds());
        }
        return seeing.chain().isEmpty()
                ? new Shown.Nothing(endpoint, why.isEmpty() ? MESSAGES.text("failed.anonymous") : why)
                : new Shown.Certificates(endpoint, seeing.chain(), protocol);
    }

    private String shake(Socket plain, Endpoint endpoint, Seeing seeing) throws IOException {
        plain.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try (SSLSocket socket = (SSLSocket)
                context(seeing).getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(names(endpoint));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    /// What the server is told that it is asked as: without the final dot (RFC 6066, 3), and nothing where Java does
    /// not
    /// take the name. As bytes, for of a text it refuses an underscore, which names have all the same.
    private static List<SNIServerName> names(Endpoint endpoint) {
        if (endpoint.isAddress()) {
            return List.of();
        }
        try {
            String plain = endpoint.host().replaceFirst("\\.$", "");
            return List.of(new SNIHostName(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    /// A context of its own each time: a session that is taken up again shows nothing.
    private static SSLContext context(Seeing seeing) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {seeing}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private Thread limit(Socket socket, AtomicBoolean late) {
        return Thread.ofVirtual().name("handshake-limit").start(() -> {
            try {
                Thread.sleep(patience);
                late.set(true);
                socket.close();
            } catch (InterruptedException | IOException _) {
                // it was done in time, or is closed already
            }
        });
    }

    private static String reason(IOException e) {
        return switch (e) {
            case PrivateAddressException _ -> "inside";
            case UnknownHostException _ -> "name";
            case SocketTimeoutException _ -> "slow";
            case ConnectException _ -> "closed";
            case NoRouteToHostException _ -> "closed";
            case SSLException _ -> "handshake";
            default -> "broken";
        };
    }
}
