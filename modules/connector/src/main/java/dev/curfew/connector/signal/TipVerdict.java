package dev.curfew.connector.signal;

import dev.curfew.model.signal.Tip;
import java.util.List;

/// What became of what was sent. None of these repeats any of it where nobody proved who sent it.
public sealed interface TipVerdict {

    /// It is of its sender. Most of what a sender tells raises no risk: then there are no tips in it.
    record Proven(List<Tip> tips) implements TipVerdict {
        public Proven {
            tips = List.copyOf(tips);
        }
    }

    /// @param words for whoever sent it
    record Refused(Why why, String words) implements TipVerdict {}

    /// It cannot be told now: the transmitter's keys were not to be had.
    record Unavailable(String detail) implements TipVerdict {}

    /// Why not. One is told, the first that is found.
    enum Why {
        MALFORMED,
        /// No signature, none of a method that is taken, or not one of the sender's.
        SIGNATURE,
        ISSUER,
        AUDIENCE,
        /// Signed too long ago, or not yet.
        TIME
    }
}
