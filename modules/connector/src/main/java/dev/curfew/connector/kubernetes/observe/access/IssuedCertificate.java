package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.config.SubjectNames;
import dev.curfew.connector.kubernetes.json.Doc;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A certificate that the cluster signed for a client: its common name is a user, its organisations are groups.
record IssuedCertificate(String user, List<String> groups, Instant startsAt, Instant endsAt) {

    IssuedCertificate {
        groups = List.copyOf(groups);
    }

    /// Empty where a request has none, or one that cannot be read.
    static Optional<IssuedCertificate> of(Doc request) {
        String encoded = request.doc("status").text("certificate");
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] pem = Base64.getDecoder().decode(encoded);
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            return Optional.of(read(certificate));
        } catch (CertificateException | IllegalArgumentException _) {
            // said as a request without one
            return Optional.empty();
        }
    }

    private static IssuedCertificate read(X509Certificate certificate) {
        SubjectNames names =
                SubjectNames.of(certificate.getSubjectX500Principal().getName());
        return new IssuedCertificate(
                names.user(),
                names.groups(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
