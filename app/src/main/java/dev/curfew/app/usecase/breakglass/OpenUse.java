package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.governance.breakglass.drill.EmergencyUse;
import dev.curfew.governance.breakglass.use.ClosingKey;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A path that is open. Closing lets go of what is held here; `EmergencyUses.close` ends it at the source.
///
/// @param closer signs that it is closed
public record OpenUse(PathUse use, EmergencyUse session, ClosingKey closer) implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(OpenUse.class);

    /// The variables in which programs look for the session; the caller closes what is returned.
    public Map<String, Secret> variables() {
        return session.variables();
    }

    /// Puts the session into a wrapping for an officer.
    ///
    /// @param time after which it cannot be opened
    /// @throws Refused if the source has no such thing
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    public Handover wrap(String officer, Duration time) throws InterruptedException {
        return wrapped(officer, time).orElseThrow(() -> new Refused(MESSAGES.text("no-wrapping", use.path())));
    }

    /// As [#wrap]; empty if the source has no such thing.
    public Optional<Handover> wrapped(String officer, Duration time) throws InterruptedException {
        return session.wrap(time)
                .map(wrapped -> new Handover(session.order().label(), use.path(), use.id(), officer, wrapped));
    }

    @Override
    public void close() {
        session.close();
    }
}
