package dev.curfew.snapshot.store.fact;

import dev.curfew.model.estate.Fact;
import dev.curfew.snapshot.store.sql.Row;
import dev.curfew.snapshot.store.sql.SqlSession;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Reads and writes blocks of facts.
public final class FactBlocks {
    /// So that facts of a kind stand together, which makes blocks small, and come out in nearly the order they are
    /// wanted in.
    private static final Comparator<Keyed> ORDER =
            Comparator.comparing((Keyed one) -> one.type).thenComparing(one -> one.key);

    private static final String BLOCKS = "from fact_block b left join fact_ends e on e.block_id = b.id";
    private static final String WHOLE = "select b.id, b.facts, b.content, e.ends " + BLOCKS;
    private static final String TRUE_AT =
            " where b.valid_from <= ? and (e.open_facts is null or e.open_facts > 0 or e.last_end > ?)"
                    + " order by b.source, b.id";

    private static final Row<StoredBlock> BLOCK =
            at -> new StoredBlock(at.getLong(1), at.getInt(2), at.getBytes(3), at.getBytes(4));
    private static final Row<BlockHead> HEAD = at -> new BlockHead(at.getLong(1), at.getBytes(2));

    private final SqlSession session;

    public FactBlocks(SqlSession session) {
        this.session = session;
    }

    private record Keyed(FactType type, String key, Fact fact) {}

    /// All blocks with a fact that was true after this sync, by source and age.
    public List<StoredBlock> at(long number) {
        return session.list(WHOLE + TRUE_AT, BLOCK, number, number);
    }

    /// The same blocks, in the same order, without what is in them.
    public List<BlockHead> headsAt(long number) {
        return session.list("select b.id, e.ends " + BLOCKS + TRUE_AT, HEAD, number, number);
    }

    /// These blocks, in any order.
    public List<StoredBlock> these(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.list(WHOLE + " where b.id = any(?)", BLOCK, (Object) ids.toArray(Long[]::new));
    }

    /// A source's blocks with a fact that is true still, by age.
    public List<StoredBlock> open(String source) {
        return session.list(
                WHOLE + " where b.source = ? and (e.open_facts is null or e.open_facts > 0) order by b.id",
                BLOCK,
                source);
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
            session.change(
                    "insert into fact_block (source, valid_from, facts, content) values (?, ?, ?, ?)",
                    source,
                    validFrom,
                    packed.facts(),
                    packed.content());
        }
    }

    /// Ends facts of a block with a sync.
    public void end(StoredBlock block, Collection<Integer> positions, long validTo) {
        Ends ends = Ends.of(block.ends()).with(positions, validTo);
        session.change(
                block.ends() == null
                        ? "insert into fact_ends (open_facts, last_end, ends, block_id) values (?, ?, ?, ?)"
                        : "update fact_ends set open_facts = ?, last_end = ?, ends = ? where block_id = ?",
                block.facts() - ends.count(),
                validTo,
                ends.toBytes(),
                block.id());
    }
}
