package dev.curfew.connector.dial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Sockets that dial no address inside a network. What a SOCKS proxy of this machine is asked for, only that proxy
/// knows.
public final class PublicSockets extends SocketFactory {

    private static final class PublicSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int millisMax) throws IOException {
            if (endpoint instanceof InetSocketAddress dialled && !dialled.isUnresolved()) {
                PublicOnly.check(dialled.getHostString(), dialled.getAddress());
            }
            super.connect(endpoint, millisMax);
        }
    }

    @Override
    public Socket createSocket() {
        return new PublicSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("nobody dials from an address of their choice");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("nobody dials from an address of their choice");
    }

    private static Socket connected(SocketAddress endpoint) throws IOException {
        Socket socket = new PublicSocket();
        try {
            socket.connect(endpoint);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
