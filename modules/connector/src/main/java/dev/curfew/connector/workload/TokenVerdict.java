package dev.curfew.connector.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a token. None of these repeats any of it but the subject.
public sealed interface TokenVerdict {

    /// @param subject the token's `sub`
    /// @param authTime when its subject last showed who they are; null where that was not asked of the token
    record Accepted(String subject, @Nullable Instant authTime) implements TokenVerdict {
        public Accepted(String subject) {
            this(subject, null);
        }
    }

    record Rejected(Reason reason) implements TokenVerdict {}

    /// It cannot be told now: the issuer's keys were not to be had.
    ///
    /// @param detail for a person, with what to do; without secrets
    record Unavailable(String detail) implements TokenVerdict {}

    /// Why it is not good. One is told, the first that is found.
    enum Reason {
        /// Not a signed JWT in its compact form, or one that is far too long.
        MALFORMED,
        /// Signed by a method that is not taken: none at all, one with a shared key, one that nobody knows.
        ALGORITHM,
        /// None of the issuer's keys made this signature.
        SIGNATURE,
        /// Of another issuer.
        ISSUER,
        AUDIENCE,
        EXPIRED,
        /// Its time has not come; or a claim that has to be there is not.
        CLAIMS,
        /// The answer to another asking, or to none.
        NONCE,
        /// Handed out to somebody else, or for others beside us.
        PARTY,
        /// It does not say when its subject showed who they are, or says a time that has not come.
        AUTH_TIME
    }
}
