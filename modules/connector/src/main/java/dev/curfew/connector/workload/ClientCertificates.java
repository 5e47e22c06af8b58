package dev.curfew.connector.workload;

import dev.curfew.connector.http.Trust;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Who shows a client certificate.
public final class ClientCertificates {
    /// RFC 5280, section 4.2.1.6: the tag of a uniformResourceIdentifier.
    private static final Integer URI = 6;

    private ClientCertificates() {}

    /// Whether one of these authorities issued it, and it holds now.
    ///
    /// @param chain as it was shown, its own first
    public static boolean isOf(Trust authorities, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return false;
        }
        try {
            authorities
                    .manager()
                    .checkClientTrusted(
                            chain.toArray(X509Certificate[]::new),
                            chain.getFirst().getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    /// Its one URI, as SPIFFE has it (X509-SVID, section 2), or else its distinguished name as RFC 2253 writes it.
    /// Empty where there are several URIs: which of them it is, nobody could tell.
    public static Optional<String> subject(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> uris = names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(URI))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
            return switch (uris.size()) {
                case 0 ->
                    Optional.of(certificate.getSubjectX500Principal().getName()).filter(name -> !name.isEmpty());
                case 1 -> Optional.of(uris.getFirst());
                default -> Optional.empty();
            };
        } catch (CertificateParsingException _) {
            return Optional.empty();
        }
    }
}
