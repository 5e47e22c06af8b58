package dev.curfew.connector.http;

import dev.curfew.model.kind.Loopback;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/// Dials no address inside a network: what a name stands for is looked at when it is dialled, so that a name which
/// stood for something else before (DNS rebinding) gets nowhere. This machine is dialled where it is named as such.
///
/// @param names looks names up
record PublicOnly(Dns names) implements Dns {
    /// What OkHttp takes for an address, and so does not look up.
    private static final Pattern LITERAL = Pattern.compile("\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*\\]?|[\\d.]+");

    /// A name stands for an address that is not dialled.
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        for (InetAddress each : found) {
            check(host, each);
        }
        return found;
    }

    /// @throws PrivateAddressException if the host is an address, and not one to dial
    static void checkLiteral(String host) throws PrivateAddressException {
        if (LITERAL.matcher(host).matches()) {
            try {
                check(host, InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
            } catch (IllegalArgumentException _) {
                throw new PrivateAddressException();
            }
        }
    }

    private static void check(String host, InetAddress address) throws PrivateAddressException {
        boolean isDialled = Loopback.is(host) ? address.isLoopbackAddress() : !isInside(address);
        if (!isDialled) {
            throw new PrivateAddressException();
        }
    }

    /// Loopback, RFC 1918, RFC 3927 (where clouds answer with an instance's credentials), RFC 4193, RFC 6598, and what
    /// is no single machine's.
    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isOwn = switch (address) {
            case Inet4Address _ -> bytes[0] == 0 || (bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40);
            case Inet6Address _ -> (bytes[0] & 0xfe) == 0xfc;
            default -> true;
        };
        return isOwn
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
