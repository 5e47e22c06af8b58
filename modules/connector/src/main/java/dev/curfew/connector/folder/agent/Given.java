package dev.curfew.connector.folder.agent;

/// Something that an agent, or a tool of it, is given.
///
/// @param tool which is given it; empty: the agent itself
/// @param name of the variable or header
/// @param how what the value is: a secret that stands there, a reference to one kept elsewhere, or neither
/// @param form of a secret, as in `Hit.form`; empty for others
/// @param fingerprint keyed; empty for what is no secret, or too short
public record Given(String tool, String name, How how, String form, String fingerprint) {

    /// What the value is.
    public enum How {
        SECRET,
        REFERENCE,
        PLAIN
    }
}
