package dev.curfew.governance.officer.token;

import java.nio.charset.StandardCharsets;

/// Bytes as letters of Latin-1, as [dev.curfew.governance.officer.TokenUri] has them.
final class Latin {
    private Latin() {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
