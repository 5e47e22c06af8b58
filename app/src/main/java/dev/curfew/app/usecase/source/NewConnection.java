package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source to connect.
///
/// @param kind a server's, as its connector describes it
/// @param read the reading credential, or null where the kind can do without; closed by the connecting
/// @param act the acting credential, or null: then nothing is ever changed at this source; closed by the connecting
/// @param settings what the kind needs besides, never secret
public record NewConnection(
        SourceName name,
        String kind,
        URI address,
        @Nullable Secret read,
        @Nullable Secret act,
        Map<String, String> settings)
        implements AutoCloseable {
    public NewConnection {
        settings = Map.copyOf(settings);
    }

    @Override
    public void close() {
        if (read != null) {
            read.close();
        }
        if (act != null) {
            act.close();
        }
    }
}
