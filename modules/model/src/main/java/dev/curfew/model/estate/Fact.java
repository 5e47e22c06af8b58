package dev.curfew.model.estate;

import dev.curfew.model.id.SourceName;

/// One thing a source said. Two facts with the same type, source and key are two states of the same thing.
public sealed interface Fact permits Identity, Credential, Policy, Grant, Membership, Resource, Trust {

    SourceName source();

    /// Unique within a type and source; stable from one reading to the next.
    String key();

    Provenance provenance();
}
