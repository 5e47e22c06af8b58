package dev.curfew.model.signal;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who may send signals, how they prove that it is they, and about what they are believed.
///
/// @param name as it stands in the address that they send to
/// @param kinds of signal; what else they say is not taken
/// @param sources whose identities they may name; none: of every source
public record Sender(String name, Proof proof, Set<SignalKind> kinds, List<String> sources) {

    public Sender {
        kinds = Set.copyOf(kinds);
        sources = List.copyOf(sources);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a sender is believed about something");
        }
    }

    /// In the order of their declaration.
    public List<SignalKind> kindsInOrder() {
        return EnumSet.copyOf(kinds).stream().toList();
    }

    /// How they prove that it is they.
    public sealed interface Proof {

        /// HMAC-SHA-256 over the body, with a secret that is among the workspace's.
        record Shared(Envelope envelope) implements Proof {}

        /// Security Event Tokens (RFC 8417), signed by one of the issuer's keys.
        ///
        /// @param issuer as its tokens name it, to the letter
        /// @param audience that a token has to be for
        /// @param caCertificates of the authorities that its server is trusted by, in PEM; empty for the platform's
        /// @param keys its public keys, as a JSON Web Key Set (RFC 7517); empty where it is asked for them
        record Transmitter(URI issuer, String audience, String caCertificates, String keys) implements Proof {}
    }

    /// What the body looks like, and where its signature stands.
    public enum Envelope {
        /// A forge's webhook: `X-Hub-Signature-256` over the body alone.
        HUB,
        /// `Curfew-Signature: t=…,v1=…` over the time and the body, which is JSON `curfew.signal/1`.
        CURFEW;

        /// As commands know it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Empty if there is none of that code.
        public static Optional<Envelope> of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }
}
