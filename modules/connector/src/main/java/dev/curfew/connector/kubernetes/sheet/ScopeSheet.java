package dev.curfew.connector.kubernetes.sheet;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
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
public final class ScopeSheet {
    private static final Messages MESSAGES = Messages.of(ScopeSheet.class);

    private final SourceName source;
    private final String scope;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable KubeAnswer trouble;
    private String skipped = "";
    private String part = "";
    private String missedWords = "";
    private long items;
    private long missed;

    public ScopeSheet(SourceName source, String scope) {
        this.source = source;
        this.scope = scope;
    }

    public SourceName source() {
        return source;
    }

    public String scope() {
        return scope;
    }

    /// The list broke off, or could not be read at all.
    public void breakOff(KubeAnswer answer) {
        trouble = answer;
    }

    /// Something is there that this reading does not ask for.
    public void skip(String why) {
        skipped = why;
    }

    /// What was read may not be all there is.
    public void part(String why) {
        part = why;
    }

    /// One thing in the scope is not among the facts.
    public void miss(String why) {
        missedWords = missed == 0 ? why : missedWords;
        missed++;
    }

    /// Says something about the scope, should it be read whole.
    public void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /// So many things were read.
    public void items(long count) {
        items += count;
    }

    public void add(Fact fact) {
        facts.add(fact);
    }

    /// What was read is of a moment that is too old.
    public void clear() {
        facts.clear();
        items = 0;
        missed = 0;
    }

    public Provenance from(String origin, String document) {
        return new Provenance(scope, origin, document);
    }

    public List<Fact> facts() {
        return facts;
    }

    public Coverage coverage(Instant at) {
        if (!skipped.isEmpty()) {
            return coverage(CoverageState.SKIPPED, skipped, at);
        }
        if (trouble != null) {
            return items == 0
                    ? coverage(state(trouble), trouble.words(), at)
                    : coverage(CoverageState.PARTIAL, MESSAGES.text("broken-off", items, trouble.words()), at);
        }
        if (!part.isEmpty()) {
            return coverage(CoverageState.PARTIAL, part, at);
        }
        return missed > 0
                ? coverage(CoverageState.PARTIAL, MESSAGES.text("missed", missed, missedWords), at)
                : coverage(CoverageState.READ, String.join(" ", notes), at);
    }

    private Coverage coverage(CoverageState state, String detail, Instant at) {
        return new Coverage(source, scope, state, detail, items, at);
    }

    private static CoverageState state(KubeAnswer answer) {
        return switch (answer) {
            case KubeAnswer.Unauthenticated _, KubeAnswer.Forbidden _ -> CoverageState.REFUSED;
            case KubeAnswer.Throttled _ -> CoverageState.THROTTLED;
            case KubeAnswer.Done _,
                    KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Failed _,
                    KubeAnswer.Silent _,
                    KubeAnswer.Foreign _ -> CoverageState.FAILED;
        };
    }
}
