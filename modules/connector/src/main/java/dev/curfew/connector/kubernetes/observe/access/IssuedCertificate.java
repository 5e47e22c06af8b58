package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.json.Doc;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// A certificate that the cluster signed for a client: its common name is a user, its organisations are groups.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates>
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
        } catch (CertificateException | InvalidNameException | IllegalArgumentException _) {
            // said as a request without one
            return Optional.empty();
        }
    }

    private static IssuedCertificate read(X509Certificate certificate) throws InvalidNameException {
        String user = "";
        List<String> groups = new ArrayList<>();
        LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
        for (Rdn part : subject.getRdns()) {
            switch (part.getType().toUpperCase(java.util.Locale.ROOT)) {
                case "CN" -> user = String.valueOf(part.getValue());
                case "O" -> groups.add(String.valueOf(part.getValue()));
                default -> {
                    // Kubernetes takes nothing else from it
                }
            }
        }
        return new IssuedCertificate(
                user,
                groups.stream().sorted().toList(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
