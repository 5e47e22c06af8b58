package dev.curfew.model.proof;

import dev.curfew.model.id.CredentialId;

/// What a source says of a value in one answer.
public sealed interface Belonging {

    /// It is this one's.
    record To(CredentialId credential) implements Belonging {}

    /// It is valid, and the source has no id for what it is of.
    ///
    /// @param words what is known of it and what is left to do, for a person
    record Nameless(String words) implements Belonging {}

    /// The source knows it not, or no longer, or does not tell in one answer.
    record Untold() implements Belonging {}

    /// It was not shown to the source, for it does not look like what the source hands out.
    ///
    /// @param words why, for a person
    record Unlike(String words) implements Belonging {}
}
