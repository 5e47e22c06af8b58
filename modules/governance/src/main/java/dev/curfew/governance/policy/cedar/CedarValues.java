package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.DateTime;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record of ours as Cedar values, typed as `CedarTypes` says.
final class CedarValues {
    private CedarValues() {}

    /// What is null is absent.
    static Map<String, Value> of(Record given) {
        Map<String, Value> values = new HashMap<>();
        for (RecordComponent component : given.getClass().getRecordComponents()) {
            Object value = read(component, given);
            if (value != null) {
                values.put(component.getName(), value(value));
            }
        }
        return values;
    }

    private static @Nullable Object read(RecordComponent component, Record given) {
        try {
            return component.getAccessor().invoke(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record of this module is read: " + component, e);
        }
    }

    private static Value value(Object given) {
        return switch (given) {
            case String text -> new PrimString(text);
            case Long number -> new PrimLong(number);
            case Boolean flag -> new PrimBool(flag);
            // Cedar's datetime has milliseconds at most.
            case Instant instant ->
                new DateTime(instant.truncatedTo(ChronoUnit.SECONDS).toString());
            case Collection<?> texts -> list(texts);
            case Record record -> new CedarMap(of(record));
            default -> throw new IllegalArgumentException("policies have no type for " + given.getClass());
        };
    }

    private static Value list(Collection<?> texts) {
        List<Value> values = texts.stream()
                .<Value>map(text -> new PrimString(text.toString()))
                .toList();
        return new CedarList(values);
    }
}
