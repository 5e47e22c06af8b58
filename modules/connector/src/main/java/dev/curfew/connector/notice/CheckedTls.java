package dev.curfew.connector.notice;

import dev.curfew.connector.dial.PublicOnly;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/// TLS over a connection that is there, unless it leads inside a network: then nothing is said over it. For a client
/// that lets nobody else dial where it speaks TLS from the first byte on.
final class CheckedTls extends SSLSocketFactory {
    private final SSLSocketFactory sockets;

    CheckedTls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket(Socket dialled, String host, int port, boolean autoClose) throws IOException {
        PublicOnly.check(host, dialled.getInetAddress());
        return sockets.createSocket(dialled, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw undialled();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw undialled();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw undialled();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw undialled();
    }

    private static IOException undialled() {
        return new IOException("only over a connection that is there");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
