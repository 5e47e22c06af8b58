package dev.curfew.connector.postgres.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How safe a session has to be, in libpq's words (PostgreSQL documentation, 32.19.3). Modes that encrypt without
/// looking at the certificate are left out: they keep nobody out who can stand between.
public enum PgTlsMode {
    /// The certificate is signed by an authority that is trusted, and the host is the one it names.
    VERIFY_FULL("verify-full"),
    /// Whatever host it names.
    VERIFY_CA("verify-ca"),
    /// In the clear.
    DISABLE("disable");

    private final String word;

    PgTlsMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean isSecure() {
        return this != DISABLE;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(PgTlsMode::word).toList();
    }

    /// The safest where the settings name none, or one that is not known.
    static PgTlsMode of(Map<String, String> settings) {
        String wanted = settings.getOrDefault(PgAccess.TLS, VERIFY_FULL.word);
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(wanted))
                .findFirst()
                .orElse(VERIFY_FULL);
    }
}
