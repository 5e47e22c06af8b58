package dev.curfew.connector.folder.x509;

/// The certificates of a PEM text, without whatever else is in it.
public final class PemCertificates {
    private PemCertificates() {}

    /// @param place where the text is
    public static Found read(String place, String text) {
        Found found = new Found();
        PemBlock.in(text).stream()
                .filter(PemBlock::isCertificate)
                .forEach(block -> block.der()
                        .ifPresentOrElse(
                                der -> Certificates.of(der, place, found),
                                () -> Certificates.of(new byte[0], place, found)));
        return found;
    }
}
