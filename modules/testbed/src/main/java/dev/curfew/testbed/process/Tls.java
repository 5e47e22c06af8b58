package dev.curfew.testbed.process;

import dev.curfew.testbed.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Clients that trust a server by the certificate it made for itself, and nothing else.
public final class Tls {
    private Tls() {}

    /// Whether a server is through with writing its certificate: for a moment the file is there, and empty.
    static boolean isWritten(Path certificates) {
        try {
            return Files.readString(certificates).stripTrailing().endsWith("-----END CERTIFICATE-----");
        } catch (IOException _) {
            return false;
        }
    }

    /// @param certificates a PEM file; null: the JDK's own trust
    public static HttpClient client(@Nullable Path certificates) {
        if (certificates == null) {
            return HttpClient.newHttpClient();
        }
        try {
            return HttpClient.newBuilder().sslContext(context(certificates)).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new TestbedException(certificates.toString(), e);
        }
    }

    private static SSLContext context(Path certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificates)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("c" + store.size(), each);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
