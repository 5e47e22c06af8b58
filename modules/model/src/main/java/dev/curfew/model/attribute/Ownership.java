package dev.curfew.model.attribute;

/// Who answers for an identity. `evidence` names where that is written: a tag, an annotation, a list.
public sealed interface Ownership {

    record Owned(String owner, String evidence) implements Ownership {}

    /// The owner is named but has left, or its team, repository or system is gone.
    record OwnerGone(String owner, String evidence) implements Ownership {}

    record Unowned() implements Ownership {}
}
