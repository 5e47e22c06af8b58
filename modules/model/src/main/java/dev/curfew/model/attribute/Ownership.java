package dev.curfew.model.attribute;

/// Who answers for an identity. `evidence` names where that is written: a tag, an annotation, a list.
public sealed interface Ownership {

    /// Where it is written, and how sure that is as far as more is known; empty where nobody is named.
    default String evidence() {
        return "";
    }

    record Owned(String owner, String evidence) implements Ownership {}

    /// The owner is named but has left, or its team, repository or system is gone.
    record OwnerGone(String owner, String evidence) implements Ownership {}

    record Unowned() implements Ownership {}
}
