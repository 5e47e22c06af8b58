package dev.curfew.governance.custody;

import dev.curfew.model.connection.Secret;
import java.util.List;

/// What came of opening an envelope.
public sealed interface Opening {

    /// @param lost holders whose share of it was tried and did not open; the others were enough
    record Opened(Secret credential, List<String> lost) implements Opening {}

    /// @param lost holders whose share of it was tried and did not open
    record TooFew(int shares, int threshold, List<String> lost) implements Opening {}

    /// There were enough shares, and what they join to does not open it: the seal, or a share, was changed.
    record Broken() implements Opening {}
}
