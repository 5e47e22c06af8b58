package dev.curfew.connector.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a call, after its retries.
public sealed interface HttpOutcome {

    /// A whole answer, of whatever status.
    ///
    /// @param headers by lower-case name
    /// @param body unpacked, read as UTF-8
    record Answered(int status, Map<String, List<String>> headers, String body) implements HttpOutcome {

        public Meaning meaning() {
            return Meaning.of(status);
        }

        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /// Without the body, which may hold a secret.
        @Override
        public String toString() {
            return "Answered[status=" + status + ", characters=" + body.length() + "]";
        }
    }

    /// No whole answer. The server may have done what it was asked.
    ///
    /// @param detail for a person, with what to do; without secrets
    record Unanswered(Reason reason, String detail) implements HttpOutcome {

        /// @param inside said instead of an address inside a network: how such are permitted there
        public String detail(String inside) {
            return reason == Reason.NOT_DIALLED ? inside : detail;
        }
    }

    /// What an HTTP status says about a request (RFC 9110, section 15).
    enum Meaning {
        /// 2xx
        DONE,
        /// 401, 403
        REFUSED,
        /// 404
        NOT_FOUND,
        /// 429
        THROTTLED,
        /// Any other 4xx: the request is wrong.
        REJECTED,
        /// 1xx and 3xx: a redirect is not followed, for it would carry credentials elsewhere.
        ELSEWHERE,
        /// 5xx
        FAILED;

        static Meaning of(int status) {
            return switch (status) {
                case 401, 403 -> REFUSED;
                case 404 -> NOT_FOUND;
                case 429 -> THROTTLED;
                default -> ofClass(status / 100);
            };
        }

        private static Meaning ofClass(int hundreds) {
            return switch (hundreds) {
                case 2 -> DONE;
                case 1, 3 -> ELSEWHERE;
                case 4 -> REJECTED;
                default -> FAILED;
            };
        }
    }

    /// Why there was no whole answer.
    enum Reason {
        /// No connection: refused, no such host, no route.
        UNREACHABLE,
        /// An address inside a network, where the connection does not permit them.
        NOT_DIALLED,
        TIMED_OUT,
        /// No trusted TLS connection.
        UNTRUSTED,
        /// It ended early, or was not HTTP.
        BROKEN_OFF,
        /// Longer than the limit.
        TOO_LARGE
    }
}
