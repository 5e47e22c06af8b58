package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.snapshot.store.fact.FactBlock;
import dev.curfew.snapshot.store.fact.FactType;
import dev.curfew.snapshot.store.fact.Shared;
import dev.curfew.snapshot.store.fact.StoredBlock;
import dev.curfew.snapshot.store.fact.StoredBlock.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What an observation changes in what is known of its source, found block by block.
final class Difference {
    /// A block of which less than this part is true still gives the rest to the sync's own blocks, so that reading the
    /// estate never means reading much more than it.
    private static final int WORTH_KEEPING = 4;

    /// A sync that writes anyway takes the facts of small blocks with it when there are this many of them: a source of
    /// which a few facts change at each sync would otherwise come to have more blocks than one wants to read.
    private static final int SMALL_BLOCKS_MAX = 32;

    private static final int SMALL_FACTS = 250;

    private final Observation observation;
    private final Map<String, Boolean> provesAbsence;
    private final Map<Address, Fact> unmatched;
    private final List<Fact> carried = new ArrayList<>();
    private final List<Touched> blocks = new ArrayList<>();
    private final List<Touched> small = new ArrayList<>();
    private long changed;
    private long unchanged;
    private long removed;

    Difference(Observation observation) {
        this.observation = observation;
        this.provesAbsence = observation.coverage().stream()
                .collect(Collectors.toMap(Coverage::scope, Coverage::provesAbsence, Boolean::logicalAnd));
        this.unmatched = HashMap.newHashMap(observation.facts().size());
        observation.facts().forEach(fact -> unmatched.merge(Address.of(fact), fact, Difference::choose));
    }

    /// What makes two facts of a source two states of the same thing.
    private record Address(FactType type, String key) {
        static Address of(Fact fact) {
            return new Address(FactType.of(fact), fact.key());
        }
    }

    private static Fact choose(Fact one, Fact other) {
        return one.equals(other) ? one : FactBlock.sameChoice(one, other);
    }

    /// Finds what ends in this block.
    ///
    /// @param number the newest sync, after which its facts were known
    void against(StoredBlock block, long number) {
        List<Placed> open = block.openAt(number, new Shared());
        Set<Integer> ended = new HashSet<>();
        for (Placed known : open) {
            if (ends(known.fact())) {
                ended.add(known.position());
            }
        }
        int left = open.size() - ended.size();
        Touched touched = new Touched(block, open, ended);
        if (!ended.isEmpty() && left * WORTH_KEEPING < block.facts()) {
            carry(touched);
        } else if (left < SMALL_FACTS) {
            small.add(touched);
        }
        if (!ended.isEmpty() || left < SMALL_FACTS) {
            blocks.add(touched);
        }
    }

    /// A block of which something ends, or may.
    record Touched(StoredBlock block, List<Placed> open, Set<Integer> ended) {}

    private void carry(Touched touched) {
        touched.open().stream()
                .filter(known -> touched.ended().add(known.position()))
                .map(Placed::fact)
                .forEach(carried::add);
    }

    /// Once all blocks were looked at: those of which something ends.
    List<Touched> ending() {
        if (small.size() > SMALL_BLOCKS_MAX && !(unmatched.isEmpty() && carried.isEmpty())) {
            small.forEach(this::carry);
            small.clear();
        }
        return blocks.stream().filter(touched -> !touched.ended().isEmpty()).toList();
    }

    private boolean ends(Fact known) {
        Address address = Address.of(known);
        Fact now = unmatched.get(address);
        if (now == null) {
            boolean gone = isReadWhole(known);
            removed += gone ? 1 : 0;
            return gone;
        }
        if (now.equals(known) || isOnlyNamed(now, known)) {
            unmatched.remove(address);
            unchanged++;
            return false;
        }
        changed++;
        return true;
    }

    /// That a thing is named elsewhere takes nothing from what is known of it, until that would have been read again.
    private boolean isOnlyNamed(Fact now, Fact known) {
        return now.provenance().isOnlyNamed() && !known.provenance().isOnlyNamed() && !isReadWhole(known);
    }

    private boolean isReadWhole(Fact known) {
        return provesAbsence.getOrDefault(known.provenance().scope(), false);
    }

    /// After [#ending]: what is to be written.
    Collection<Fact> fresh() {
        List<Fact> fresh = new ArrayList<>(unmatched.values());
        fresh.addAll(carried);
        return fresh;
    }

    /// Once all blocks were looked at.
    SyncSummary summary(long number) {
        return new SyncSummary(observation.source(), number, unmatched.size() - changed, changed, removed, unchanged);
    }
}
