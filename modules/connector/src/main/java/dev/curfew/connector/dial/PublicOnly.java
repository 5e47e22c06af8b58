package dev.curfew.connector.dial;

import dev.curfew.model.kind.Loopback;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// Permits no address inside a network. What a name stands for is looked at when it is dialled, so that a name which
/// stood for something else before (DNS rebinding) gets nowhere. This machine is dialled where it is named as such.
public final class PublicOnly {
    /// What clients take for an address, and so do not look up.
    private static final Pattern LITERAL = Pattern.compile("\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*\\]?|[\\d.]+");

    private PublicOnly() {}

    /// @param host as it was named
    /// @param address that it stands for, and that is about to be dialled
    /// @throws PrivateAddressException if it is not one to dial
    public static void check(String host, InetAddress address) throws PrivateAddressException {
        boolean isDialled = address.isLoopbackAddress()
                ? Loopback.is(host) || host.equals(address.getHostAddress())
                : !Loopback.is(host) && !Inside.is(address);
        if (!isDialled) {
            throw new PrivateAddressException();
        }
    }

    /// @throws PrivateAddressException if the host is an address, and not one to dial
    public static void checkLiteral(String host) throws PrivateAddressException {
        if (LITERAL.matcher(host).matches()) {
            try {
                check(host, InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
            } catch (IllegalArgumentException _) {
                throw new PrivateAddressException();
            }
        }
    }
}
