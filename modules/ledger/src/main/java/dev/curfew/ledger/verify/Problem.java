package dev.curfew.ledger.verify;

/// Something that a verification found.
public sealed interface Problem {

    /// The entry's text is not what its hash was made of.
    record EntryChanged(long index) implements Problem {}

    /// No entry has one of these indexes, though later ones or a signed checkpoint say that there were some. One
    /// finding however many they are: what a checkpoint claims must not be what checking it costs.
    ///
    /// @param from the first index
    /// @param to the last index
    record EntriesMissing(long from, long to) implements Problem {}

    /// All entries up to `lastGoodSize` fit a signed checkpoint; one after it, before `size`, was changed, removed or
    /// put elsewhere.
    record TreeDiffers(long lastGoodSize, long size) implements Problem {}

    /// Entries from this index on are covered by no checkpoint.
    record Unsigned(long fromIndex) implements Problem {}

    /// The checkpoint of this size in the store is not signed by the log's key, or cannot be read.
    record CheckpointForged(long size) implements Problem {}

    /// A checkpoint held elsewhere covers more entries than there are: the end was cut off, or store and checkpoint
    /// were rolled back together.
    record RolledBack(String holder, long heldSize, long size) implements Problem {}

    /// A checkpoint held elsewhere has another root at this size: history was rewritten.
    record Rewritten(String holder, long heldSize) implements Problem {}

    /// What is held elsewhere is no checkpoint of this log.
    record HeldUnusable(String holder) implements Problem {}
}
