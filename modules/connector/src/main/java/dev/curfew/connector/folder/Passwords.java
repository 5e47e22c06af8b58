package dev.curfew.connector.folder;

import dev.curfew.model.connection.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The passwords of keystores: a line each.
record Passwords(List<Secret> each) implements AutoCloseable {
    Passwords {
        each = List.copyOf(each);
    }

    static Passwords none() {
        return new Passwords(List.of());
    }

    /// @param text neither kept nor closed
    static Passwords of(Secret text) {
        return text.use(characters -> {
            List<Secret> lines = new ArrayList<>();
            int start = 0;
            for (int i = 0; i <= characters.length; i++) {
                if (i == characters.length || characters[i] == '\n' || characters[i] == '\r') {
                    if (i > start) {
                        lines.add(Secret.taking(Arrays.copyOfRange(characters, start, i)));
                    }
                    start = i + 1;
                }
            }
            return new Passwords(lines);
        });
    }

    @Override
    public void close() {
        each.forEach(Secret::close);
    }
}
