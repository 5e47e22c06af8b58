package dev.curfew.connector.tree;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML that anybody may have written.
public final class Yaml {
    /// What is read of it nests some six deep. The library has no limit of its own, and reads by recursion: where the
    /// stack ends, so would all reading.
    public static final int DEPTH_MAX = 64;

    private Yaml() {}

    /// @return null where there is nothing in it
    /// @throws YamlEngineException if it cannot be read, or nests deeper than [#DEPTH_MAX]
    public static @Nullable Object read(String text, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += step(event.getEventId());
            if (depth > DEPTH_MAX) {
                throw new YamlEngineException("nested deeper than " + DEPTH_MAX);
            }
        }
        return new Load(settings).loadFromString(text);
    }

    private static int step(Event.ID event) {
        return switch (event) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
        };
    }
}
