package dev.curfew.connector.http.tls;

import dev.curfew.model.connection.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// A certificate chain with its private key, to be shown to a server. Equals only itself.
public final class ClientCertificate {
    private static final char[] NO_PASSWORD = new char[0];

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /// @param chain in PEM, its own first
    /// @param key in PEM: PKCS #8, or as OpenSSL writes RSA and EC keys; stays the caller's
    /// @throws IllegalArgumentException if either cannot be read; the message quotes nothing of them
    public static ClientCertificate of(String chain, Secret key) {
        return new ClientCertificate(certificates(chain), PrivateKeys.read(key));
    }

    /// By its own clock.
    public Instant endsAt() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// As RFC 2253 writes it.
    public String subject() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }

    public KeyManager[] managers() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has these (PKCS12, JSSE)", e);
        }
    }

    private static List<X509Certificate> certificates(String pem) {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            List<X509Certificate> read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no certificate in PEM");
            }
            return read;
        } catch (CertificateException _) {
            // its words can quote what could not be read
            throw new IllegalArgumentException("not a certificate in PEM");
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "ClientCertificate[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
