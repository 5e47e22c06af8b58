package dev.curfew.app.usecase.source;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source to connect.
///
/// @param kind `openbao` or `aws`
/// @param read the reading credential; closed by the connecting
/// @param act the acting credential, or null: then nothing is ever changed at this source; closed by the connecting
/// @param settings what the kind needs besides, never secret: `region`, `namespace`
public record NewConnection(
        SourceName name,
        String kind,
        URI address,
        Secret read,
        @Nullable Secret act,
        Map<String, String> settings) implements AutoCloseable {
    public NewConnection {
        settings = Map.copyOf(settings);
    }

    @Override
    public void close() {
        read.close();
        if (act != null) {
            act.close();
        }
    }
}
