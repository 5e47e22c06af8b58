package dev.curfew.snapshot.store.fact;

import dev.curfew.model.estate.Fact;
import dev.curfew.snapshot.packing.Packing;
import dev.curfew.snapshot.store.StoreException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/// Some facts as one value: a byte for the format, then the facts as [Packing] packs them.
public final class FactBlock {
    /// What this program writes.
    private static final byte FORMAT = 1;

    /// Enough that a row's own cost does not show, and few enough that reading a block for one fact is quick.
    private static final int FACTS_MAX = 1000;

    /// A database row of H2 holds a little more; zlib never makes anything larger than this plus 0.1 %.
    private static final int BYTES_MAX = 1_000_000;

    private FactBlock() {}

    /// The facts in order, in as many blocks as they take.
    ///
    /// @throws StoreException if one of them is too large for any
    public static List<Packed> pack(List<Fact> facts) {
        List<List<Fact>> thousands = new ArrayList<>();
        for (int from = 0; from < facts.size(); from += FACTS_MAX) {
            thousands.add(facts.subList(from, Math.min(from + FACTS_MAX, facts.size())));
        }
        return thousands.parallelStream()
                .map(FactBlock::packed)
                .flatMap(List::stream)
                .toList();
    }

    /// @param content never changed
    @SuppressWarnings("ArrayRecordComponent") // On its way to a row, and never compared.
    public record Packed(int facts, byte[] content) {}

    private static List<Packed> packed(List<Fact> facts) {
        byte[] plain = plain(facts);
        if (plain.length <= BYTES_MAX) {
            return List.of(new Packed(facts.size(), deflate(plain)));
        }
        if (facts.size() == 1) {
            Fact fact = facts.getFirst();
            throw StoreException.tooLarge(
                    FactType.of(fact).word(), fact.source().value(), plain.length, BYTES_MAX);
        }
        int half = facts.size() / 2;
        List<Packed> all = new ArrayList<>(packed(facts.subList(0, half)));
        all.addAll(packed(facts.subList(half, facts.size())));
        return all;
    }

    private static byte[] plain(List<Fact> facts) {
        ByteWriter bytes = new ByteWriter();
        FactWriter writer = new FactWriter(bytes);
        facts.forEach(writer::write);
        return bytes.toBytes();
    }

    /// Of two differing facts with one key, the one that every reading of the same source chooses again.
    public static Fact sameChoice(Fact one, Fact other) {
        return Arrays.compareUnsigned(plain(List.of(one)), plain(List.of(other))) <= 0 ? one : other;
    }

    /// The facts of a block, in order.
    ///
    /// @param shared with other blocks
    /// @throws StoreException if these are not the bytes of a block
    public static List<Fact> unpack(byte[] content, Shared shared) {
        try {
            ByteReader bytes = new ByteReader(inflate(content));
            FactReader reader = new FactReader(bytes, shared);
            List<Fact> facts = new ArrayList<>();
            while (!bytes.isAtEnd()) {
                facts.add(reader.read());
            }
            return facts;
        } catch (DataFormatException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException
                | ClassCastException e) {
            throw StoreException.damaged(e);
        }
    }

    private static byte[] deflate(byte[] plain) {
        byte[] packed = Packing.pack(plain);
        return ByteBuffer.allocate(1 + packed.length).put(FORMAT).put(packed).array();
    }

    private static byte[] inflate(byte[] content) throws DataFormatException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length == 0 || bytes.get() != FORMAT) {
            throw new DataFormatException("not a block of facts in a format known here");
        }
        return Packing.unpack(bytes, BYTES_MAX);
    }
}
