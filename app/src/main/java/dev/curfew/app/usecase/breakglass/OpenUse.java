package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.drill.EmergencyUse;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.connection.Secret;
import java.util.Map;

/// A path that is open. Closing lets go of what is held here; `EmergencyUses.close` ends it at the source.
public record OpenUse(PathUse use, EmergencyUse session) implements AutoCloseable {

    /// The variables in which programs look for the session; the caller closes what is returned.
    public Map<String, Secret> variables() {
        return session.variables();
    }

    @Override
    public void close() {
        session.close();
    }
}
