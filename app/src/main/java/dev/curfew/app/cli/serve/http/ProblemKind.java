package dev.curfew.app.cli.serve.http;

import dev.curfew.model.text.Messages;
import java.util.Locale;

/// What can be wrong, each with the status that it is told by. The title of each is its name in `messages.properties`.
public enum ProblemKind {
    /// The request was meant for another host: what a rebound name brings (RFC 9110, section 15.5.20).
    MISDIRECTED(421),
    FOREIGN_ORIGIN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    UNAUTHENTICATED(401),
    NOT_TRUSTED(403),
    /// A signal that does not prove whose it is.
    UNPROVEN(403),
    NOT_JSON(415),
    TOO_LARGE(413),
    /// It took too long to send its body.
    TOO_SLOW(408),
    MALFORMED(400),
    /// Well formed, and not to be asked: no such role, too long a time.
    INVALID(422),
    POLICY_REFUSES(403),
    ILLEGAL_STATE(409),
    TOO_MANY_OPEN(429),
    TOO_OFTEN(429),
    /// Somebody else has the workspace, or too many ask at once.
    BUSY(503),
    ISSUER_UNAVAILABLE(503),
    FAULT(500);

    private static final String NAMESPACE = "urn:curfew:problem:";

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// RFC 9457, section 3.1.1.
    public String type() {
        return NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return Messages.of(ProblemKind.class).text(name());
    }
}
