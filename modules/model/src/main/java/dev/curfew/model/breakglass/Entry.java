package dev.curfew.model.breakglass;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An open break-glass session. One thread uses it. Closing lets go of it here; [#end] ends it at the source.
public interface Entry extends AutoCloseable {

    /// When the source itself ends it; empty where it does not.
    Optional<Instant> endsAt();

    /// Does something useful where the canary is, and nowhere else: leaves a mark there, and reads it back.
    ///
    /// @param canary the one place that drills may touch, as the source's users name it
    /// @param mark plain letters, digits and dashes
    /// @return what was done, for a person
    /// @throws dev.curfew.model.port.SourceException if it could not be done
    String use(String canary, String mark) throws InterruptedException;

    /// Whether the session is still let do anything.
    ProbeOutcome attempt() throws InterruptedException;

    /// Ends it at the source, by the account's own rights.
    ActionOutcome end() throws InterruptedException;

    /// Puts the account's new credential in the place of the old one.
    ActionOutcome replace(Secret fresh) throws InterruptedException;

    /// Puts the session into a wrapping that is opened once; empty where the source has none.
    ///
    /// @param time after which it cannot be opened
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    default Optional<Wrapped> wrap(Duration time) throws InterruptedException {
        return Optional.empty();
    }

    /// The variables in which programs of this kind look for such a session; the caller closes what is returned.
    Map<String, Secret> variables();

    @Override
    void close();
}
