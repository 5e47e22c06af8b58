package dev.curfew.governance.target;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.Optional;

/// The connected sources, as far as they can be acted on. Each answer is empty where the source is unknown, is a
/// sample or a file, or has no acting credential.
public interface Targets {
    Optional<Issuer> issuer(SourceName source);

    Optional<Revoker> revoker(SourceName source);

    /// Empty also where such a source makes no second credentials.
    default Optional<Rotator> rotator(SourceName source) {
        return Optional.empty();
    }

    /// Empty also where such a source's policies are not written from here.
    default Optional<PolicyKeeper> keeper(SourceName source) {
        return Optional.empty();
    }

    /// Empty also where such a source puts no ends on standing access.
    default Optional<TimeBoxer> timeBoxer(SourceName source) {
        return Optional.empty();
    }

    /// What the source's policies are used for: also where it cannot be acted on. Empty where it keeps no such record.
    default Optional<UseLog> uses(SourceName source) {
        return Optional.empty();
    }

    /// The source's record of what was done there: also where it cannot be acted on. Empty where none can be read.
    default Optional<DeedLog> deeds(SourceName source) {
        return Optional.empty();
    }

    /// The source's own clock. Empty where none tells.
    default Optional<SourceClock> clock(SourceName source) {
        return Optional.empty();
    }

    Optional<Probe> probe(SourceName source);

    /// What ends a credential that this source's issuer minted.
    Optional<Action> ending(SourceName source);

    /// The kind of the credentials that this source's issuer mints, as in `Credential.kind`.
    Optional<String> issuedKind(SourceName source);
}
