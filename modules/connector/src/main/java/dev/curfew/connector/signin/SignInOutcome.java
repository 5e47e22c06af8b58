package dev.curfew.connector.signin;

import dev.curfew.model.text.Messages;
import java.time.Instant;

/// What became of a sign-in. None of these repeats any of the token but its subject and its time.
public sealed interface SignInOutcome {

    /// @param subject as the issuer names the person for good
    /// @param authTime when they showed who they are
    record SignedIn(String subject, Instant authTime) implements SignInOutcome {}

    /// @param words for a person, with what to do
    record Failed(Flaw flaw, String words) implements SignInOutcome {
        static Failed of(Flaw flaw, Object... arguments) {
            return new Failed(flaw, Messages.of(SignInOutcome.class).text(flaw.name(), arguments));
        }
    }

    /// Why nobody signed in.
    enum Flaw {
        /// The issuer does not answer, or not to be understood.
        UNAVAILABLE,
        /// The issuer said no, or whoever was asked did.
        DENIED,
        TIMED_OUT,
        /// The answer came from another issuer than was asked (RFC 9207).
        OTHER_ISSUER,
        /// The token does not hold.
        TOKEN,
        /// The issuer let in whoever had signed in before, though it was asked to have them do it again.
        NOT_ANEW
    }
}
