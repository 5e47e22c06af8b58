package dev.curfew.connector.http;

import dev.curfew.connector.dial.PublicOnly;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Looks names up of which each address may be dialled. OkHttp dials exactly what this returns.
///
/// @param names looks names up
record PublicNames(Dns names) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        for (InetAddress each : found) {
            PublicOnly.check(host, each);
        }
        return found;
    }
}
