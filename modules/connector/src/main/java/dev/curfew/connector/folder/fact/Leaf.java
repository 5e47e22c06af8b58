package dev.curfew.connector.folder.fact;

import dev.curfew.model.estate.CertificateNames;
import dev.curfew.model.text.Sha256;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A certificate, wherever it lies.
///
/// @param sha256 of its DER
/// @param spki the SHA-256 of its public key
/// @param places grows while files are read
public record Leaf(X509Certificate certificate, String sha256, String spki, SortedSet<String> places) {
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)+)");
    private static final int DNS_NAME = 2;

    public static Leaf of(X509Certificate certificate) {
        return new Leaf(
                certificate,
                hash(encoded(certificate)),
                hash(certificate.getPublicKey().getEncoded()),
                new TreeSet<>());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("what was decoded has an encoding", e);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    String subject() {
        return clean(certificate.getSubjectX500Principal().getName());
    }

    String issuer() {
        return clean(certificate.getIssuerX500Principal().getName());
    }

    public boolean isAuthority() {
        return certificate.getBasicConstraints() >= 0;
    }

    boolean isSelfIssued() {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /// Its common name; else a name that it is for; else its subject.
    public String name() {
        Matcher matcher = COMMON_NAME.matcher(subject());
        if (matcher.find()) {
            return matcher.group(1);
        }
        List<String> names = names();
        if (!names.isEmpty()) {
            return names.getFirst();
        }
        return subject().isEmpty() ? sha256 : subject();
    }

    /// Subject, issuer, serial number, names, how many addresses, URIs and other names besides, key: what is told of a
    /// certificate wherever it was found.
    public Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("subject", subject());
        attributes.put("issuer", issuer());
        attributes.put("serial", certificate.getSerialNumber().toString(16));
        attributes.put("spki", spki);
        attributes.put("key", key(certificate.getPublicKey()));
        attributes.put("signature", certificate.getSigAlgName());
        List<String> names = names();
        if (!names.isEmpty()) {
            attributes.put(CertificateNames.DNS, String.join(", ", names));
        }
        long others = alternatives().filter(each -> !isDns(each)).count();
        if (others > 0) {
            attributes.put(CertificateNames.OTHERS, String.valueOf(others));
        }
        return attributes;
    }

    private static String key(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey ec -> "EC " + ec.getParams().getCurve().getField().getFieldSize();
            default -> key.getAlgorithm();
        };
    }

    private List<String> names() {
        return alternatives()
                .filter(Leaf::isDns)
                .map(each -> clean(String.valueOf(each.get(1))))
                .sorted()
                .limit(CertificateNames.MAX)
                .toList();
    }

    private static boolean isDns(List<?> alternative) {
        return alternative.getFirst() instanceof Integer type && type == DNS_NAME;
    }

    /// Type and value of each (RFC 5280, 4.2.1.6).
    private Stream<List<?>> alternatives() {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null ? Stream.empty() : all.stream();
        } catch (CertificateParsingException _) {
            return Stream.empty();
        }
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
