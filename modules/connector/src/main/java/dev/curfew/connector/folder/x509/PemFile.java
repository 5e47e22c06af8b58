package dev.curfew.connector.folder.x509;

import dev.curfew.connector.fingerprint.Fingerprint;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The certificates and private keys of a PEM text, among whatever else is in it.
public final class PemFile {
    private static final Messages MESSAGES = Messages.of(PemFile.class);

    private final Fingerprint fingerprint;

    public PemFile(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    public Found read(String path, String text) {
        Found found = new Found();
        List<PemBlock> blocks = PemBlock.in(text);
        for (int i = 0; i < blocks.size(); i++) {
            PemBlock block = blocks.get(i);
            String place = blocks.size() == 1 ? path : MESSAGES.text("place", path, i + 1);
            if (block.isCertificate() || block.isBundle()) {
                certificates(block, place, found);
            } else if (block.isPrivateKey()) {
                key(block, text.substring(block.start(), block.end()), place, found);
            }
        }
        return found;
    }

    private static void certificates(PemBlock block, String place, Found found) {
        Optional<byte[]> der = block.der();
        if (der.isEmpty()) {
            found.problem(MESSAGES.text("base64", place));
        } else if (block.isBundle()) {
            Certificates.ofBundle(der.get(), place, found);
        } else {
            Certificates.of(der.get(), place, found);
        }
    }

    private void key(PemBlock block, String written, String place, Found found) {
        byte[] der = block.der().orElse(null);
        if (der == null || der.length == 0) {
            found.problem(MESSAGES.text("key", place));
            return;
        }
        String keyed = fingerprint.of(written);
        Optional<OpenSshKey> ssh = OpenSshKey.of(der);
        boolean encrypted =
                block.encrypted() || ssh.filter(OpenSshKey::encrypted).isPresent();
        String spki = encrypted ? "" : PublicPart.of(der).map(PemFile::hash).orElse("");
        Arrays.fill(der, (byte) 0);
        String id = ssh.map(OpenSshKey::name).orElse(spki.isEmpty() ? keyed : spki);
        found.add(new FoundKey(id, spki, keyed, form(block), encrypted, place));
    }

    private static String form(PemBlock block) {
        return switch (block.label()) {
            case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY" -> "PKCS #8";
            case "RSA PRIVATE KEY" -> "PKCS #1";
            case "EC PRIVATE KEY" -> "SEC 1";
            case "OPENSSH PRIVATE KEY" -> "OpenSSH";
            default -> block.label();
        };
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
