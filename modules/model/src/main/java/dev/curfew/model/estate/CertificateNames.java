package dev.curfew.model.estate;

/// What a certificate's attributes tell of the names that it is for.
public final class CertificateNames {
    /// Its DNS names.
    public static final String DNS = "names";

    /// How many names it has that are no DNS names.
    public static final String OTHERS = "other-names";

    /// No more DNS names than this are kept: of a certificate with as many, some may be missing.
    public static final int MAX = 20;

    private CertificateNames() {}
}
