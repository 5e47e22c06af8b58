package dev.curfew.connector.notice;

import dev.curfew.connector.dial.PrivateAddresses;
import dev.curfew.model.notice.Carrier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/// TLS from the first byte on (RFC 8314), over a connection that is dialled as any other.
final class ImplicitTls {
    private ImplicitTls() {}

    /// @param millisMax for connecting, for each answer, and for whatever is written
    /// @return a connection whose server showed a certificate for its name
    static Socket dial(Carrier.Way.Mail mail, SSLSocketFactory tls, int millisMax) throws IOException {
        Socket dialled = new WriteTimeoutSocket(
                PrivateAddresses.sockets(mail.privateAllowed()).createSocket(), millisMax);
        try {
            dialled.setSoTimeout(millisMax);
            dialled.connect(new InetSocketAddress(mail.host(), mail.port()), millisMax);
            SSLSocket secured = (SSLSocket) tls.createSocket(dialled, mail.host(), mail.port(), true);
            SSLParameters asked = secured.getSSLParameters();
            asked.setEndpointIdentificationAlgorithm("HTTPS");
            asked.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            secured.setSSLParameters(asked);
            secured.startHandshake();
            return secured;
        } catch (IOException e) {
            dialled.close();
            throw e;
        }
    }
}
