package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.row.FactRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A fact as it is kept. The hash covers all of it, provenance and source document too.
final class EncodedFact {
    private final FactType type;
    private final Fact fact;
    private final String body;
    private final byte[] hash;

    EncodedFact(Fact fact, RecordJson json) {
        this.type = FactType.of(fact);
        this.fact = fact;
        this.body = json.write(fact);
        if (body.length() > FactRow.BODY_CHARACTERS_MAX) {
            throw StoreException.tooLarge(
                    type.column(), fact.source().value(), body.length(), FactRow.BODY_CHARACTERS_MAX);
        }
        this.hash = Sha256.of((type.column() + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    Address address() {
        return new Address(type.column(), fact.key());
    }

    boolean hasHash(byte[] other) {
        return Arrays.equals(hash, other);
    }

    /// Of two differing facts with one key, the one that every reading of the same source chooses again.
    static EncodedFact sameChoice(EncodedFact one, EncodedFact other) {
        return Arrays.compareUnsigned(one.hash, other.hash) <= 0 ? one : other;
    }

    FactRow row(long validFrom) {
        return new FactRow(
                fact.source().value(),
                type.column(),
                fact.key(),
                fact.provenance().scope(),
                hash,
                body,
                validFrom);
    }

    /// What makes two facts of a source two states of the same thing.
    record Address(String type, String key) {}
}
