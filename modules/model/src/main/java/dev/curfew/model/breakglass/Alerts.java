package dev.curfew.model.breakglass;

import java.net.URI;
import java.util.Map;

/// Tells a monitoring system that a break-glass path is being used, and asks it whether it knows. That it took the
/// message is no confirmation: only its own word, asked for afterwards, is.
public interface Alerts {

    /// Where alerts go.
    ///
    /// @param address never a secret in it
    /// @param privateAllowed whether an address inside a network is dialled
    record Receiver(URI address, boolean privateAllowed) {
        public Receiver {
            String scheme = address.getScheme();
            if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new IllegalArgumentException("no address of a receiver: " + address);
            }
        }

        public String host() {
            return address.getHost();
        }
    }

    /// @param message values that `CanonicalJson` takes; never a secret
    Told tell(Receiver receiver, Map<String, Object> message) throws InterruptedException;

    /// Asks the receiver whether it has the alert of this drill or use.
    ///
    /// @param id the drill's or the use's
    /// @param account whose use it should have noticed
    Heard ask(Receiver receiver, String id, String account) throws InterruptedException;

    /// Whether the message was taken.
    ///
    /// @param detail the receiver's answer in short
    record Told(boolean taken, String detail) {}

    /// What the receiver says of it.
    sealed interface Heard {
        String detail();

        record Confirmed(String detail) implements Heard {}

        /// It answered, and does not know of it, or not yet.
        record NotYet(String detail) implements Heard {}

        /// No answer that says.
        record Unclear(String detail) implements Heard {}
    }
}
