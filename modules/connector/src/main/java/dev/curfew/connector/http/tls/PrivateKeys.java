package dev.curfew.connector.http.tls;

import dev.curfew.model.connection.Secret;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Private keys in PEM. What `kubectl`, `kubeadm` and OpenSSL write is brought into the one form that Java reads.
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private static final byte[] RSA = Der.oid(1, 2, 840, 113549, 1, 1, 1);
    private static final byte[] EC = Der.oid(1, 2, 840, 10045, 2, 1);
    private static final byte[] NULL = {5, 0};
    private static final byte[] VERSION = {2, 1, 0};

    private PrivateKeys() {}

    /// @throws IllegalArgumentException if there is none, it is encrypted, or cannot be read
    static PrivateKey read(Secret pem) {
        return pem.use(text -> read(new String(text)));
    }

    private static PrivateKey read(String pem) {
        for (Form form : Form.values()) {
            int begin = pem.indexOf(form.begin());
            int end = pem.indexOf(form.end());
            if (begin >= 0 && end > begin) {
                byte[] body = Base64.getMimeDecoder()
                        .decode(pem.substring(begin + form.begin().length(), end));
                try {
                    return key(form.pkcs8(body));
                } finally {
                    Arrays.fill(body, (byte) 0);
                }
            }
        }
        throw new IllegalArgumentException("no private key in PEM, or an encrypted one");
    }

    private static PrivateKey key(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException _) {
                // the next may fit
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + algorithm, e);
            }
        }
        throw new IllegalArgumentException("a private key of no known kind");
    }

    /// How a key is laid out between its lines of PEM.
    private enum Form {
        PKCS8("PRIVATE KEY"),
        /// RFC 8017, appendix A.1.2
        PKCS1("RSA PRIVATE KEY"),
        /// RFC 5915
        SEC1("EC PRIVATE KEY");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        String begin() {
            return "-----BEGIN " + label + "-----";
        }

        String end() {
            return "-----END " + label + "-----";
        }

        /// RFC 5958: version, algorithm, key.
        byte[] pkcs8(byte[] body) {
            return switch (this) {
                case PKCS8 -> body.clone();
                case PKCS1 -> Der.sequence(VERSION, Der.sequence(RSA, NULL), Der.octets(body));
                case SEC1 -> Der.sequence(VERSION, Der.sequence(EC, Der.curve(body)), Der.octets(body));
            };
        }
    }
}
