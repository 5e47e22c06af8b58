package dev.curfew.snapshot.store.known;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.store.fact.BlockHead;
import dev.curfew.snapshot.store.fact.Ends;
import dev.curfew.snapshot.store.fact.FactBlock;
import dev.curfew.snapshot.store.fact.Shared;
import dev.curfew.snapshot.store.fact.StoredBlock;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The facts of one block that were true after one sync.
public final class KnownBlock {
    private final byte[] contentHash;
    private final byte[] ended;

    /// By their position; null where it was not true. Never changed.
    private final @Nullable Fact[] facts;

    private KnownBlock(byte[] contentHash, byte[] ended, @Nullable Fact[] facts) {
        this.contentHash = contentHash;
        this.ended = ended;
        this.facts = facts;
    }

    /// @param shared with other blocks
    /// @throws dev.curfew.snapshot.store.StoreException if the block is damaged
    static KnownBlock of(StoredBlock block, long number, Shared shared) {
        List<Fact> all = FactBlock.unpack(block.content(), shared);
        Ends ends = Ends.of(block.ends()).until(number);
        Fact[] facts = all.toArray(Fact[]::new);
        return new KnownBlock(Sha256.of(block.content()), ends.toBytes(), without(facts, ends));
    }

    private static @Nullable Fact[] without(@Nullable Fact[] facts, Ends ends) {
        ends.positions().forEach(position -> facts[position] = null);
        return facts;
    }

    /// The same block after another sync; empty where a fact is true then that is not known.
    Optional<KnownBlock> at(BlockHead head, long number) {
        Ends ends = Ends.of(head.ends()).until(number);
        byte[] now = ends.toBytes();
        if (Arrays.equals(now, ended)) {
            return Optional.of(this);
        }
        for (int position = 0; position < facts.length; position++) {
            if (facts[position] == null && !ends.isEnded(position, number)) {
                return Optional.empty();
            }
        }
        return Optional.of(new KnownBlock(contentHash, now, without(facts.clone(), ends)));
    }

    /// The same, where some facts that are true then have to be taken out of its content.
    KnownBlock at(StoredBlock block, long number, Shared shared) {
        KnownBlock read = of(block, number, shared);
        for (int position = 0; position < facts.length; position++) {
            if (facts[position] != null && read.facts[position] != null) {
                read.facts[position] = facts[position];
            }
        }
        return read;
    }

    /// The facts that were true then and are not in the other, the same objects.
    @SuppressWarnings("ReferenceEquality") // a fact that both know is one object
    void without(@Nullable KnownBlock other, Consumer<Fact> fact) {
        if (other == this) {
            return;
        }
        for (int position = 0; position < facts.length; position++) {
            Fact one = facts[position];
            if (one != null && (other == null || other.facts[position] != one)) {
                fact.accept(one);
            }
        }
    }

    void addTo(MessageDigest digest, long id) {
        digest.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(id)
                .putInt(ended.length)
                .flip());
        digest.update(contentHash);
        digest.update(ended);
    }
}
