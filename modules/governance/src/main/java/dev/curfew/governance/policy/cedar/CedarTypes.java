package dev.curfew.governance.policy.cedar;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A record of ours as a Cedar type: so the schema cannot say anything else than what is asked.
final class CedarTypes {
    private CedarTypes() {}

    /// For example `{ name: String, ticket?: String }`.
    static String of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName() + (isOptional(component) ? "?: " : ": ") + text(component))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String text(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return "String";
        }
        if (type == long.class || type == Long.class) {
            return "Long";
        }
        if (type == boolean.class) {
            return "Bool";
        }
        if (type == java.time.Instant.class) {
            return "datetime";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "Set<String>";
        }
        if (type.isRecord()) {
            return of(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("policies have no type for " + component);
    }
}
