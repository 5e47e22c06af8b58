package dev.curfew.analysis.vault.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a rule may grant on a path, under the server's names in lower case.
public enum Capability {
    CREATE,
    READ,
    UPDATE,
    PATCH,
    DELETE,
    LIST,
    SCAN,
    SUDO,
    DENY;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Capability> of(String text) {
        return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
    }
}
