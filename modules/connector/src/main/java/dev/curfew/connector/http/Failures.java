package dev.curfew.connector.http;

import dev.curfew.connector.dial.PrivateAddressException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/// What an I/O failure means. The exceptions' own words are not repeated: they can quote what was received.
final class Failures {
    private static final Messages MESSAGES = Messages.of(Failures.class);

    private Failures() {}

    static HttpOutcome of(IOException cause, Call call) {
        String host = call.address().getAuthority();
        return switch (cause) {
            case PrivateAddressException _ -> notDialled(call, host);
            case UnknownHostException _ -> unanswered(HttpOutcome.Reason.UNREACHABLE, "unknown-host", host);
            case ConnectException _ -> unanswered(HttpOutcome.Reason.UNREACHABLE, "no-connection", host);
            case NoRouteToHostException _ -> unanswered(HttpOutcome.Reason.UNREACHABLE, "no-connection", host);
            case SSLException old when speaksOldTls(old) -> unanswered(HttpOutcome.Reason.UNTRUSTED, "old-tls", host);
            case SSLException _ -> unanswered(HttpOutcome.Reason.UNTRUSTED, "untrusted", host);
            case SocketTimeoutException _ -> unanswered(HttpOutcome.Reason.TIMED_OUT, "timed-out", host);
            case InterruptedIOException _ -> unanswered(HttpOutcome.Reason.TIMED_OUT, "timed-out", host);
            default -> unanswered(HttpOutcome.Reason.BROKEN_OFF, "broken-off", host);
        };
    }

    /// The platform says it in words only: of an alert (RFC 8446, 6.2, `protocol_version`), or of a server that chose
    /// an
    /// older one.
    private static boolean speaksOldTls(SSLException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.contains("protocol version");
    }

    private static HttpOutcome notDialled(Call call, String host) {
        String key = call.way().proxy() == null ? "private-address" : "private-proxy";
        return unanswered(HttpOutcome.Reason.NOT_DIALLED, key, host);
    }

    private static HttpOutcome unanswered(HttpOutcome.Reason reason, String key, String host) {
        return new HttpOutcome.Unanswered(reason, MESSAGES.text(key, host));
    }
}
