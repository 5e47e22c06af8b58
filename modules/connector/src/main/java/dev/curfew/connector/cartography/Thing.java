package dev.curfew.connector.cartography;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node that is translated.
///
/// @param label the one by which it is
/// @param properties those that are read at all, lists as their texts; a condition is a text
record Thing(Label label, Map<String, List<String>> properties) {
    Thing {
        properties = Map.copyOf(properties);
    }

    /// The first text of a property; empty where there is none.
    String text(String property) {
        List<String> texts = texts(property);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    List<String> texts(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /// What it is known by in AWS, where it has an ARN; else Cartography's own id of it.
    String arn() {
        String arn = text("arn");
        return arn.isEmpty() ? text("id") : arn;
    }

    /// A date as Python prints it, or as ISO 8601; null where there is none that can be read.
    @Nullable
    Instant moment(String property) {
        String text = text(property);
        try {
            return text.isEmpty()
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
