package dev.curfew.connector.cartography;

import dev.curfew.model.text.Controls;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A node that is translated.
///
/// @param label the one by which it is
/// @param properties those that are read at all, lists as their texts; a condition is a text
record Thing(Label label, Map<String, List<String>> properties) {
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(user|group|role)/[\\u0021-\\u007E]{1,2000}");
    private static final int NAME_CHARACTERS_MAX = 1_024;

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

    /// As [#text], fit to be part of an id: without control characters, and no longer than AWS's own names and ids.
    String plain(String property) {
        String plain = Controls.replaced(text(property));
        return plain.length() <= NAME_CHARACTERS_MAX ? plain : plain.substring(0, NAME_CHARACTERS_MAX);
    }

    /// Whether it has a name, and an ARN as IAM has them.
    boolean isPrincipal() {
        return PRINCIPAL.matcher(arn()).matches()
                && !text("name").isBlank()
                && plain("name").equals(text("name"));
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
