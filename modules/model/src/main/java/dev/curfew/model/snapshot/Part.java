package dev.curfew.model.snapshot;

/// One of a snapshot's lists, or the time at which it was taken.
public enum Part {
    IDENTITIES,
    CREDENTIALS,
    POLICIES,
    GRANTS,
    MEMBERSHIPS,
    RESOURCES,
    TRUSTS,
    COVERAGE,
    TIME;

    private Object of(Snapshot snapshot) {
        return switch (this) {
            case IDENTITIES -> snapshot.identities();
            case CREDENTIALS -> snapshot.credentials();
            case POLICIES -> snapshot.policies();
            case GRANTS -> snapshot.grants();
            case MEMBERSHIPS -> snapshot.memberships();
            case RESOURCES -> snapshot.resources();
            case TRUSTS -> snapshot.trusts();
            case COVERAGE -> snapshot.coverage();
            case TIME -> snapshot.takenAt();
        };
    }

    /// Whether it is the same object, or the same time: lists alike are not gone through.
    @SuppressWarnings("ReferenceEquality") // to compare lists by value would cost what sharing is to save
    boolean isShared(Snapshot one, Snapshot other) {
        Object mine = of(one);
        Object theirs = of(other);
        return mine == theirs || (this == TIME && mine.equals(theirs));
    }
}
