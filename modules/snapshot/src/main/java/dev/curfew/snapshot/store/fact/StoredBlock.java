package dev.curfew.snapshot.store.fact;

import dev.curfew.model.estate.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block as it was read.
///
/// @param facts how many there are in it, ended ones too
/// @param ends null: none has ended
@SuppressWarnings("ArrayRecordComponent") // Filled by a query, and never compared.
public record StoredBlock(long id, int facts, byte[] content, byte @Nullable [] ends) {

    /// A fact with its position in the block.
    public record Placed(int position, Fact fact) {}

    /// The facts that had not ended by this sync.
    ///
    /// @param shared with other blocks
    /// @throws dev.curfew.snapshot.store.StoreException if it is damaged
    public List<Placed> openAt(long number, Shared shared) {
        Ends ended = Ends.of(ends);
        List<Fact> all = FactBlock.unpack(content, shared);
        List<Placed> open = new ArrayList<>(all.size());
        for (int position = 0; position < all.size(); position++) {
            if (!ended.isEnded(position, number)) {
                open.add(new Placed(position, all.get(position)));
            }
        }
        return open;
    }
}
