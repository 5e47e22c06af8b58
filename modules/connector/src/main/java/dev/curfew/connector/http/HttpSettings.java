package dev.curfew.connector.http;

import java.time.Duration;

/// The client's limits.
///
/// @param connectMax for a TCP and TLS connection
/// @param silenceMax within one try, without a byte: who hangs is told from who is slow
/// @param answerMax for one try, from the first byte sent to the last one read
/// @param responseBytesMax of one body, unpacked
/// @param triesMax of one call that may be repeated
/// @param waitMax between two tries; a server that asks for longer is not tried again
/// @param requestsMax under way at once, to one server
public record HttpSettings(
        Duration connectMax,
        Duration silenceMax,
        Duration answerMax,
        long responseBytesMax,
        int triesMax,
        Duration waitMax,
        int requestsMax) {

    /// A person waits for a sync, so a source that does not answer is given up within a minute or two. 64 MiB is more
    /// than a million accessors, or the account details of 10,000 roles. 16 at once keep two cores busy; a server's
    /// rate limit is met by waiting.
    public static final HttpSettings DEFAULTS = new HttpSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            64L * 1024 * 1024,
            4,
            Duration.ofSeconds(15),
            16);

    /// Where who hangs need not be told from who is slow.
    public HttpSettings(
            Duration connectMax,
            Duration answerMax,
            long responseBytesMax,
            int triesMax,
            Duration waitMax,
            int requestsMax) {
        this(connectMax, answerMax, answerMax, responseBytesMax, triesMax, waitMax, requestsMax);
    }

    public HttpSettings {
        if (triesMax < 1 || requestsMax < 1 || responseBytesMax < 1) {
            throw new IllegalArgumentException("at least one try, request and byte");
        }
    }
}
