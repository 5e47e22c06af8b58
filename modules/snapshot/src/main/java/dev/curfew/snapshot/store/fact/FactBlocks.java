package dev.curfew.snapshot.store.fact;

import dev.curfew.model.estate.Fact;
import dev.curfew.snapshot.store.row.FactBlockRow;
import dev.curfew.snapshot.store.row.FactEndsRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.StatelessSession;

/// Reads and writes blocks of facts.
public final class FactBlocks {
    /// So that facts of a kind stand together, which makes blocks small, and come out in nearly the order they are
    /// wanted in.
    private static final Comparator<Keyed> ORDER =
            Comparator.comparing((Keyed one) -> one.type).thenComparing(one -> one.key);

    private final StatelessSession session;

    public FactBlocks(StatelessSession session) {
        this.session = session;
    }

    private record Keyed(FactType type, String key, Fact fact) {}

    /// All blocks with a fact that was true after this sync, by source and age.
    public List<StoredBlock> at(long number) {
        return session.createSelectionQuery("""
            select b.id, b.facts, b.content, e.ends
            from FactBlockRow b left join FactEndsRow e on e.blockId = b.id
            where b.validFrom <= :number and (e.openFacts is null or e.openFacts > 0 or e.lastEnd > :number)
            order by b.source, b.id\
            """, StoredBlock.class)
                .setParameter("number", number)
                .getResultList();
    }

    /// The same blocks, in the same order, without what is in them.
    public List<BlockHead> headsAt(long number) {
        return session.createSelectionQuery("""
            select b.id, e.ends
            from FactBlockRow b left join FactEndsRow e on e.blockId = b.id
            where b.validFrom <= :number and (e.openFacts is null or e.openFacts > 0 or e.lastEnd > :number)
            order by b.source, b.id\
            """, BlockHead.class)
                .setParameter("number", number)
                .getResultList();
    }

    /// These blocks, in any order.
    public List<StoredBlock> these(Collection<Long> ids) {
        return session.createSelectionQuery("""
            select b.id, b.facts, b.content, e.ends
            from FactBlockRow b left join FactEndsRow e on e.blockId = b.id
            where b.id in :ids\
            """, StoredBlock.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /// A source's blocks with a fact that is true still, by age.
    public List<StoredBlock> open(String source) {
        return session.createSelectionQuery("""
            select b.id, b.facts, b.content, e.ends
            from FactBlockRow b left join FactEndsRow e on e.blockId = b.id
            where b.source = :source and (e.openFacts is null or e.openFacts > 0)
            order by b.id\
            """, StoredBlock.class)
                .setParameter("source", source)
                .getResultList();
    }

    /// @param validFrom the sync that saw them first
    /// @throws dev.curfew.snapshot.store.StoreException if one is too large
    public void insert(String source, long validFrom, Collection<Fact> facts) {
        List<Fact> ordered = facts.stream()
                .map(fact -> new Keyed(FactType.of(fact), fact.key(), fact))
                .sorted(ORDER)
                .map(Keyed::fact)
                .toList();
        for (FactBlock.Packed packed : FactBlock.pack(ordered)) {
            session.insert(new FactBlockRow(source, validFrom, packed.facts(), packed.content()));
        }
    }

    /// Ends facts of a block with a sync.
    public void end(StoredBlock block, Collection<Integer> positions, long validTo) {
        Ends ends = Ends.of(block.ends()).with(positions, validTo);
        FactEndsRow row = new FactEndsRow(block.id(), block.facts() - ends.count(), validTo, ends.toBytes());
        if (block.ends() == null) {
            session.insert(row);
        } else {
            session.update(row);
        }
    }
}
