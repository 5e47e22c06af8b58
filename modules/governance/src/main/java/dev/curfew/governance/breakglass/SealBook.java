package dev.curfew.governance.breakglass;

import dev.curfew.governance.custody.Envelope;
import java.util.Optional;

/// Which envelopes the ledger knows. Sealing is entered before the source is told, and again when it is done, so that
/// an envelope is never taken for a stranger's because a machine stopped.
public interface SealBook {

    /// The hash of the envelope that was last put in its place.
    Optional<String> sealed(String path);

    /// The hash of the one that was last to be put there.
    Optional<String> sealing(String path);

    void enterSealing(Envelope envelope, String officer);

    void enterSealed(Envelope envelope, String officer);
}
