package dev.curfew.model.signal;

import java.time.Instant;

/// A tip that was taken from a sender who is believed.
///
/// @param id Curfew's own, `s-` and five characters
/// @param sender its name
/// @param receivedAt by Curfew's clock
public record Signal(String id, String sender, Tip tip, Instant receivedAt) {
    /// From when on it wears off: what the sender says, but not before it was so and not after it was heard of.
    public Instant since() {
        return tip.at().isAfter(receivedAt) ? receivedAt : tip.at();
    }
}
