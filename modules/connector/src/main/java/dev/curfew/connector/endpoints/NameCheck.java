package dev.curfew.connector.endpoints;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Whether a certificate is for a name, as RFC 9525 has it: by its alternative names alone, a `*` for one whole label
/// at the left.
final class NameCheck {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final String ANY = "*.";

    private NameCheck() {}

    static boolean isFor(X509Certificate certificate, Endpoint endpoint) {
        int type = endpoint.isAddress() ? ADDRESS : DNS;
        return names(certificate).stream()
                .filter(each -> each.getFirst() instanceof Integer stated && stated == type)
                .map(each -> String.valueOf(each.get(1)).toLowerCase(Locale.ROOT))
                .anyMatch(name -> type == DNS ? isName(name, endpoint.host()) : isAddress(name, endpoint.host()));
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    private static boolean isName(String name, String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!name.startsWith(ANY)) {
            return name.equals(plain);
        }
        int dot = plain.indexOf('.');
        return dot > 0 && plain.substring(dot).equals(name.substring(1));
    }

    /// One address is written in many ways.
    private static boolean isAddress(String name, String host) {
        try {
            return InetAddress.ofLiteral(name).equals(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
