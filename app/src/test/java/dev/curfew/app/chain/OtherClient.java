package dev.curfew.app.chain;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A client at another address of this machine, which calls itself something.
final class OtherClient {
    static final String ADDRESS = "127.0.0.2";

    private OtherClient() {}

    /// @param authority empty: over plain HTTP
    /// @return the answer's status
    static int get(URI where, Optional<Path> authority, String agent, String header, String value)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient.Builder builder = HttpClient.newBuilder().localAddress(InetAddress.getByName(ADDRESS));
        if (authority.isPresent()) {
            builder.sslContext(trusting(authority.get()));
        }
        HttpRequest request = HttpRequest.newBuilder(where)
                .header("User-Agent", agent)
                .header(header, value)
                .build();
        try (HttpClient client = builder.build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
