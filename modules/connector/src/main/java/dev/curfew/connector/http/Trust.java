package dev.curfew.connector.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Certificate authorities that one source is trusted by, instead of those that the platform trusts.
///
/// @param pem their certificates, one after another; what stands between them is passed over
public record Trust(String pem) {
    /// A chain of authorities is a few kilobytes; more is the wrong file.
    public static final int PEM_CHARACTERS_MAX = 64 * 1024;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    /// @throws IllegalArgumentException if there is no certificate in it, or one that cannot be read
    public Trust {
        certificates(pem);
    }

    /// Trusts what they issued, to servers as to clients.
    public X509TrustManager manager() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(pem)) {
                store.setCertificateEntry("ca-" + number, certificate);
                number++;
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has these (KeyStore)", e);
        }
    }

    /// @param store null for the authorities that the platform trusts
    static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static Collection<? extends Certificate> certificates(String pem) {
        int begin = pem.indexOf(BEGIN);
        if (begin < 0 || pem.length() > PEM_CHARACTERS_MAX) {
            throw new IllegalArgumentException("no certificate in PEM");
        }
        try {
            byte[] bytes = pem.substring(begin).getBytes(StandardCharsets.US_ASCII);
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate in PEM", e);
        }
    }
}
