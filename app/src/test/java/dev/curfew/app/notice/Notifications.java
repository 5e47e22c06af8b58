package dev.curfew.app.notice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What a desktop's notification server answers to.
///
/// <https://specifications.freedesktop.org/notification-spec/latest/protocol.html>
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {
    @DBusMemberName("Notify")
    UInt32 show(
            String application,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int timeoutMillis);

    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /// `notify-send` asks for it before it shows anything.
    @DBusMemberName("GetServerInformation")
    Server<String, String, String, String> server();

    /// Who it is. The library takes the types of a tuple from its parameters.
    final class Server<N, V, E, S> extends Tuple {
        @Position(0)
        public final N name;

        @Position(1)
        public final V vendor;

        @Position(2)
        public final E version;

        @Position(3)
        public final S specification;

        public Server(N name, V vendor, E version, S specification) {
            this.name = name;
            this.vendor = vendor;
            this.version = version;
            this.specification = specification;
        }
    }
}
