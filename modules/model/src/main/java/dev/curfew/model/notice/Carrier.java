package dev.curfew.model.notice;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/// A way by which somebody hears of things.
///
/// @param name as an officer's
/// @param events which things
/// @param officer whom it reaches; empty: whoever looks at it, so that it is told of what is for anybody
public record Carrier(String name, Way way, Set<NoticeEvent> events, String officer) {

    /// How it goes there. The set is complete.
    public sealed interface Way {

        /// The desktop of whoever runs Curfew here.
        record Desktop() implements Way {}

        /// One that a newer Curfew entered, and this one does not know: nothing goes by it.
        ///
        /// @param kind as the newer one calls it
        record Newer(String kind) implements Way {}

        /// A POST of JSON, signed with a shared secret.
        ///
        /// @param caCertificates of the authorities that the receiver is trusted by, in PEM; empty for the platform's
        /// @param privateAllowed whether an address inside a network is dialled
        record Webhook(URI address, String caCertificates, boolean privateAllowed) implements Way {}

        /// Mail by SMTP (RFC 5321), over TLS unless the server is this machine.
        ///
        /// @param to empty: to the address of whoever a notice is for
        /// @param user empty: without a login
        /// @param caCertificates as of a webhook
        /// @param privateAllowed as of a webhook
        record Mail(
                String host,
                int port,
                String user,
                String from,
                String to,
                String caCertificates,
                boolean privateAllowed)
                implements Way {}
    }

    public Carrier {
        events = Set.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a carrier carries something");
        }
    }

    /// Whether it brings notices to those who have no seat here, and to nobody else.
    public boolean isForOthers() {
        return way instanceof Way.Mail mail && mail.to().isEmpty();
    }

    /// Whether it is to carry the notice.
    public boolean takes(Notice notice) {
        boolean reaches = officer.isEmpty()
                || notice.officers().isEmpty()
                || notice.officers().contains(officer);
        return reaches && isForOthers() != notice.address().isEmpty() && events.contains(notice.event());
    }

    /// In one order, whoever asks.
    public Set<NoticeEvent> eventsInOrder() {
        return new TreeSet<>(events);
    }
}
