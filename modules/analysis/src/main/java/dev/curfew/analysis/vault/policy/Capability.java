package dev.curfew.analysis.vault.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, Capability> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Capability::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    public String text() {
        return text;
    }

    public static Optional<Capability> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
