package dev.curfew.connector.sheet;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was read of one scope, and what was not.
public class Sheet {
    private static final Messages MESSAGES = Messages.of(Sheet.class);

    private final SourceName source;
    private final String scope;
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable CoverageState whole;
    private String words = "";
    private String note = "";
    private long items;
    private long missed;

    public Sheet(SourceName source, String scope) {
        this.source = source;
        this.scope = scope;
    }

    public final SourceName source() {
        return source;
    }

    public final String scope() {
        return scope;
    }

    /// The scope could not be read at all.
    public final void close(CoverageState state, String why) {
        words = why;
        whole = state;
    }

    /// Something is there that this reading does not ask for.
    public final void skip(String why) {
        close(CoverageState.SKIPPED, why);
    }

    /// One thing in the scope could not be read.
    public final void miss(String why) {
        if (missed == 0) {
            words = why;
        }
        missed++;
    }

    /// So many things were left out for a limit of ours.
    public final void leaveOut(long count, int limit) {
        missed += count;
        words = MESSAGES.text("limit", limit);
    }

    /// Says something about the scope, should it be read whole.
    public final void noteIfRead(String text) {
        note = text;
    }

    /// One thing was read.
    public final void item() {
        items++;
    }

    public final void add(Fact fact) {
        facts.add(fact);
    }

    public final Provenance from(String origin, String document) {
        return new Provenance(scope, origin, document);
    }

    public final List<Fact> facts() {
        return facts;
    }

    public final Coverage coverage(Instant at) {
        if (whole != null) {
            return new Coverage(source, scope, whole, words, items, at);
        }
        if (missed > 0) {
            String detail = MESSAGES.text("missed", missed, items + missed, words);
            return new Coverage(source, scope, CoverageState.PARTIAL, detail, items, at);
        }
        return new Coverage(source, scope, CoverageState.READ, note, items, at);
    }
}
