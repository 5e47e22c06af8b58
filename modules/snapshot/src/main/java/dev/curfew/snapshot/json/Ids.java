package dev.curfew.snapshot.json;

import dev.curfew.model.id.SourceName;
import java.util.function.BiFunction;

/// Reads `<source>:<native id>`; a source name holds no colon.
final class Ids {

    private Ids() {}

    static <T> T read(String text, BiFunction<SourceName, String, T> make) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an id is <source>:<native id>");
        }
        return make.apply(new SourceName(text.substring(0, colon)), text.substring(colon + 1));
    }
}
