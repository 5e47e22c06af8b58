package dev.curfew.governance.reach;

/// Whether the holder of a policy can make credentials that outlive its own: then no time-box on its own credential
/// holds. (Seen: a 60 s token made an orphan with a renewable period.)
///
/// @param reason the deciding rule, or what is not known; for a person
public record Minting(Answer answer, String reason) {
    public enum Answer {
        CAN,
        CANNOT,
        /// Some rule of the policy is not understood: never called target-enforced.
        UNKNOWN
    }
}
