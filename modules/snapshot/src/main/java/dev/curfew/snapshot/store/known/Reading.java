package dev.curfew.snapshot.store.known;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.store.fact.BlockHead;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.fact.Shared;
import dev.curfew.snapshot.store.fact.StoredBlock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The estate after one sync, each list in order of source and key, with what it takes to tell it after another: facts
/// that are true after both are one object, and lists in which nothing differs one list. Never changed.
///
/// @param blocks by id, in the order of the store
public record Reading(Snapshot snapshot, SequencedMap<Long, KnownBlock> blocks) {
    /// Before the first sync.
    public static final Reading EMPTY = new Reading(Snapshot.EMPTY, new LinkedHashMap<>());

    /// SHA-256 over the sync and all bytes of the blocks that it was read from, as far as they were there after it: it
    /// stays the same whatever syncs come later.
    public byte[] fingerprint() {
        MessageDigest all = Sha256.digest();
        all.update((snapshot.number() + " " + snapshot.takenAt() + "\n").getBytes(StandardCharsets.US_ASCII));
        blocks.forEach((id, block) -> block.addTo(all, id));
        return all.digest();
    }

    /// The estate after another sync, earlier or later.
    ///
    /// @param coverage of that sync
    /// @throws dev.curfew.snapshot.store.StoreException if a block is damaged
    public Reading at(long number, Instant takenAt, List<Coverage> coverage, FactBlocks store) {
        SequencedMap<Long, KnownBlock> now =
                blocks.isEmpty() ? read(store.at(number), number) : beside(store.headsAt(number), number, store);
        List<Fact> gone = new ArrayList<>();
        List<Fact> come = new ArrayList<>();
        blocks.forEach((id, block) -> block.without(now.get(id), gone::add));
        now.forEach((id, block) -> block.without(blocks.get(id), come::add));
        return new Reading(new ChangedLists(gone, come).of(snapshot, number, takenAt, coverage), now);
    }

    private SequencedMap<Long, KnownBlock> beside(List<BlockHead> heads, long number, FactBlocks store) {
        SequencedMap<Long, KnownBlock> now = new LinkedHashMap<>();
        List<Long> unknown = new ArrayList<>();
        for (BlockHead head : heads) {
            Optional<KnownBlock> known =
                    Optional.ofNullable(blocks.get(head.id())).flatMap(it -> it.at(head, number));
            known.ifPresentOrElse(it -> now.put(head.id(), it), () -> unknown.add(head.id()));
        }
        Map<Long, KnownBlock> read = read(store.these(unknown), number);
        SequencedMap<Long, KnownBlock> all = new LinkedHashMap<>();
        heads.forEach(head -> all.put(head.id(), now.getOrDefault(head.id(), read.get(head.id()))));
        return all;
    }

    private SequencedMap<Long, KnownBlock> read(List<StoredBlock> stored, long number) {
        Shared shared = new Shared();
        List<KnownBlock> opened = stored.parallelStream()
                .map(block -> opened(block, number, shared))
                .toList();
        SequencedMap<Long, KnownBlock> read = new LinkedHashMap<>();
        for (int i = 0; i < opened.size(); i++) {
            read.put(stored.get(i).id(), opened.get(i));
        }
        return read;
    }

    private KnownBlock opened(StoredBlock block, long number, Shared shared) {
        KnownBlock known = blocks.get(block.id());
        return known == null ? KnownBlock.of(block, number, shared) : known.at(block, number, shared);
    }
}
