package dev.curfew.connector.folder.x509;

import dev.curfew.model.connection.Secret;
import java.util.List;
import java.util.Optional;

/// The certificates and keys of a file in DER, or of a keystore: what it is, its first bytes say.
public final class BinaryFile {
    private static final int JKS = 0xfeedfeed;
    private static final int JCEKS = 0xcececece;

    private BinaryFile() {}

    /// Empty where it is neither.
    ///
    /// @param passwords tried on a keystore one after another; lent
    public static Optional<Found> read(String path, byte[] bytes, List<Secret> passwords) {
        Optional<String> type = keystore(bytes);
        if (type.isPresent()) {
            return Optional.of(new Keystore(type.get(), path, bytes).read(passwords));
        }
        List<Der> fields = fields(bytes);
        Found found = new Found();
        if (Der.begins(fields, Der.SEQUENCE, Der.SEQUENCE, Der.BIT_STRING)) {
            Certificates.of(bytes, path, found);
        } else if (Der.begins(fields, Der.OBJECT_IDENTIFIER, 0xa0)) {
            Certificates.ofBundle(bytes, path, found);
        } else if (isPrivateKey(fields)) {
            String spki = PublicPart.of(bytes).map(PemFile::hash).orElse("");
            String id = spki.isEmpty() ? "file/" + path : spki;
            found.add(new FoundKey(id, spki, "", "DER", false, path));
        } else {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /// Its type as `KeyStore` calls it; empty where it is none. A PFX begins with version 3 (RFC 7292).
    public static Optional<String> keystore(byte[] bytes) {
        int first = bytes.length < 4
                ? 0
                : bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        if (first == JKS) {
            return Optional.of("JKS");
        }
        if (first == JCEKS) {
            return Optional.of("JCEKS");
        }
        List<Der> fields = fields(bytes);
        return Der.begins(fields, Der.INTEGER, Der.SEQUENCE)
                        && isNumber(fields.getFirst(), 3)
                        && Der.begins(fields.get(1).children(), Der.OBJECT_IDENTIFIER)
                ? Optional.of("PKCS12")
                : Optional.empty();
    }

    private static boolean isPrivateKey(List<Der> fields) {
        return (Der.begins(fields, Der.INTEGER, Der.SEQUENCE, Der.OCTET_STRING)
                        && Der.begins(fields.get(1).children(), Der.OBJECT_IDENTIFIER))
                || (Der.begins(fields, Der.INTEGER, Der.INTEGER, Der.INTEGER, Der.INTEGER, Der.INTEGER)
                        && isNumber(fields.getFirst(), 0)
                        && fields.size() == 9);
    }

    private static boolean isNumber(Der value, int number) {
        byte[] content = value.content();
        return content.length == 1 && content[0] == number;
    }

    private static List<Der> fields(byte[] bytes) {
        return Der.of(bytes)
                .filter(it -> it.is(Der.SEQUENCE))
                .map(Der::children)
                .orElse(List.of());
    }
}
