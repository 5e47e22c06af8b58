package dev.curfew.connector.folder.x509;

import dev.curfew.model.text.Messages;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;

/// Decodes certificates.
public final class Certificates {
    private static final Messages MESSAGES = Messages.of(Certificates.class);

    private Certificates() {}

    /// One in DER.
    public static void of(byte[] der, String place, Found found) {
        try {
            Certificate certificate = factory().generateCertificate(new ByteArrayInputStream(der));
            if (certificate instanceof X509Certificate x509) {
                found.add(new FoundCertificate(x509, place, false));
            }
        } catch (CertificateException | IllegalArgumentException _) {
            // the library's message quotes what it met
            found.problem(MESSAGES.text("certificate", place));
        }
    }

    /// Those of a PKCS #7 bundle in DER.
    public static void ofBundle(byte[] der, String place, Found found) {
        try {
            Collection<? extends Certificate> all = factory().generateCertificates(new ByteArrayInputStream(der));
            for (Certificate certificate : all) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(new FoundCertificate(x509, place, false));
                }
            }
        } catch (CertificateException | IllegalArgumentException _) {
            found.problem(MESSAGES.text("certificate", place));
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
