package dev.curfew.connector.aws.service;

import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times as JSON services tell them: seconds since 1970, with a fraction.
public final class Seconds {
    private Seconds() {}

    /// As ISO 8601 has it; empty where there is none.
    static String of(Reading object, String name) {
        return object.find(name)
                .map(Node::texts)
                .filter(texts -> texts.size() == 1)
                .map(texts -> iso(texts.getFirst()))
                .orElse("");
    }

    /// Null where there is none that can be read.
    public static @Nullable Instant at(Reading object, String name) {
        try {
            return Instant.parse(of(object, name));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String iso(String seconds) {
        try {
            return Instant.ofEpochSecond((long) Double.parseDouble(seconds)).toString();
        } catch (NumberFormatException _) {
            // in words already
            return seconds;
        }
    }
}
