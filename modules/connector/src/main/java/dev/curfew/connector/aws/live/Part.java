package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.model.observation.Coverage;
import java.util.List;

/// Reads something of an account besides its identities.
@FunctionalInterface
public interface Part {
    /// @param facts to add to
    /// @return what became of each of its scopes, whatever AWS answered
    List<Coverage> read(Asking asking, FactSet facts) throws InterruptedException;
}
