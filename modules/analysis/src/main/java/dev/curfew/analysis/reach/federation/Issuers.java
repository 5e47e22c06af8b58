package dev.curfew.analysis.reach.federation;

/// How issuers are written.
public final class Issuers {
    private static final String SCHEME = "https://";

    private Issuers() {}

    /// Without scheme and last slash, as AWS names its providers.
    public static String plain(String issuer) {
        String plain = issuer.startsWith(SCHEME) ? issuer.substring(SCHEME.length()) : issuer;
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
