package dev.curfew.connector.folder.x509;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The public key that a private one holds, as `SubjectPublicKeyInfo` (RFC 5280, 4.1): by it key and certificate are
/// known to belong together.
final class PublicPart {
    private static final byte[] RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01};
    private static final byte[] EC = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};
    private static final byte[] NULL = {0x05, 0x00};
    private static final byte[] NO_UNUSED_BITS = {0x00};

    /// RFC 5915: the curve, and the public key.
    private static final int EC_CURVE = 0xa0;
    private static final int EC_PUBLIC = 0xa1;

    /// RFC 5958: the public key, as an implicit bit string.
    private static final int PUBLIC = 0x81;

    private PublicPart() {}

    /// Empty where it holds none, as an Ed25519 key in the form of RFC 5208.
    ///
    /// @param der PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) or SEC 1 (RFC 5915), not encrypted
    static Optional<byte[]> of(byte[] der) {
        List<Der> fields =
                Der.of(der).filter(it -> it.is(Der.SEQUENCE)).map(Der::children).orElse(List.of());
        if (Der.begins(fields, Der.INTEGER, Der.SEQUENCE, Der.OCTET_STRING)) {
            return pkcs8(fields).or(() -> EcPoint.of(der));
        }
        if (Der.begins(fields, Der.INTEGER, Der.INTEGER, Der.INTEGER)) {
            return Optional.of(rsa(fields));
        }
        return Der.begins(fields, Der.INTEGER, Der.OCTET_STRING) ? sec1(fields, Optional.empty()) : Optional.empty();
    }

    private static Optional<byte[]> pkcs8(List<Der> fields) {
        byte[] algorithm = fields.get(1).encoded();
        Optional<Der> stated = fields.stream().filter(it -> it.is(PUBLIC)).findFirst();
        if (stated.isPresent()) {
            return Optional.of(info(algorithm, stated.get().content()));
        }
        List<Der> inner = Der.of(fields.get(2).content())
                .filter(it -> it.is(Der.SEQUENCE))
                .map(Der::children)
                .orElse(List.of());
        if (Der.begins(inner, Der.INTEGER, Der.INTEGER, Der.INTEGER)) {
            return Optional.of(rsa(inner));
        }
        return Der.begins(inner, Der.INTEGER, Der.OCTET_STRING)
                ? sec1(inner, Optional.of(algorithm))
                : Optional.empty();
    }

    private static byte[] rsa(List<Der> fields) {
        byte[] algorithm = Der.encode(Der.SEQUENCE, Der.encode(Der.OBJECT_IDENTIFIER, RSA), NULL);
        byte[] key =
                Der.encode(Der.SEQUENCE, fields.get(1).encoded(), fields.get(2).encoded());
        return info(algorithm, concatenated(NO_UNUSED_BITS, key));
    }

    private static Optional<byte[]> sec1(List<Der> fields, Optional<byte[]> stated) {
        Optional<byte[]> algorithm = stated.or(() -> inner(fields, EC_CURVE, Der.OBJECT_IDENTIFIER)
                .map(curve -> Der.encode(Der.SEQUENCE, Der.encode(Der.OBJECT_IDENTIFIER, EC), curve.encoded())));
        Optional<Der> key = inner(fields, EC_PUBLIC, Der.BIT_STRING);
        return algorithm.flatMap(how -> key.map(bits -> info(how, bits.content())));
    }

    private static Optional<Der> inner(List<Der> fields, int tag, int wanted) {
        return fields.stream()
                .filter(it -> it.is(tag))
                .flatMap(it -> it.children().stream())
                .filter(it -> it.is(wanted))
                .findFirst();
    }

    private static byte[] info(byte[] algorithm, byte[] bits) {
        return Der.encode(Der.SEQUENCE, algorithm, Der.encode(Der.BIT_STRING, bits));
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
