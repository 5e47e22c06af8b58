package dev.curfew.connector.postgres.link;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// A client certificate with its private key, as PEM (RFC 7468): certificates, the role's first, and one key in PKCS #8
/// that no passphrase guards.
///
/// @param key its private key
/// @param chain the role's certificate first
record PemCredential(PrivateKey key, List<X509Certificate> chain) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /// PKCS #8 says which in a field that the JDK reads only once it knows.
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    PemCredential {
        chain = List.copyOf(chain);
    }

    /// Empty if it is none.
    static Optional<PemCredential> parse(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        PrivateKey key = null;
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" -> certificate(bytes).ifPresent(chain::add);
                case "PRIVATE KEY" -> key = key(bytes).orElse(null);
                default -> {
                    // What else stands in such files (parameters, text) is not needed.
                }
            }
        }
        return key == null || chain.isEmpty() ? Optional.empty() : Optional.of(new PemCredential(key, chain));
    }

    /// The role that `pg_hba.conf`'s method `cert` takes it for: the common name.
    static Optional<String> role(String pem) {
        return parse(pem).flatMap(credential -> commonName(credential.chain().getFirst()));
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .reduce((_, last) -> last);
        } catch (InvalidNameException _) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> certificate(byte[] bytes) {
        try {
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> key(byte[] bytes) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
            } catch (GeneralSecurityException _) {
                // Another algorithm's; the exception may quote the key, so it goes no further.
            }
        }
        return Optional.empty();
    }

    /// The authorities in a PEM text.
    static List<X509Certificate> authorities(String pem) {
        List<X509Certificate> authorities = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(new String(pem.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        while (blocks.find()) {
            if (blocks.group(1).equals("CERTIFICATE")) {
                certificate(Base64.getMimeDecoder().decode(blocks.group(2))).ifPresent(authorities::add);
            }
        }
        return authorities;
    }
}
