package dev.curfew.connector.openbao.sheet;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was read of one scope, and what was not.
public final class ScopeSheet {
    private static final Messages MESSAGES = Messages.of(ScopeSheet.class);

    private final SourceName source;
    private final String scope;
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable CoverageState whole;
    private String words = "";
    private String note = "";
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

    /// The keys that a list answered. Another answer closes the scope, or misses a part of it if something was read.
    public List<String> keys(BaoAnswer list) {
        return switch (list) {
            case BaoAnswer.Done done -> Json.texts(done.data().path("keys"));
            case BaoAnswer.Empty _ -> List.of();
            case BaoAnswer.Absent _,
                    BaoAnswer.Refused _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> {
                close(list);
                yield List.of();
            }
        };
    }

    /// The scope could not be read at all.
    public void close(BaoAnswer answer) {
        words = answer.words();
        whole = switch (answer) {
            case BaoAnswer.Refused _ -> CoverageState.REFUSED;
            case BaoAnswer.Throttled _ -> CoverageState.THROTTLED;
            case BaoAnswer.Done _,
                    BaoAnswer.Empty _,
                    BaoAnswer.Absent _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> CoverageState.FAILED;
        };
    }

    /// Something is there that this reading does not ask for.
    public void skip(String why) {
        words = why;
        whole = CoverageState.SKIPPED;
    }

    /// One thing in the scope could not be read.
    public void miss(String why) {
        if (missed == 0) {
            words = why;
        }
        missed++;
    }

    /// So many things were left out for a limit of ours.
    public void leaveOut(long count, int limit) {
        missed += count;
        words = MESSAGES.text("limit", limit);
    }

    /// Says something about the scope, should it be read whole.
    public void noteIfRead(String text) {
        note = text;
    }

    /// One thing was read.
    public void item() {
        items++;
    }

    public void add(Fact fact) {
        facts.add(fact);
    }

    /// @param policy in any case: an entity keeps the name as it was typed, and OpenBao looks it up in lower case
    public void grant(EntityId subject, String policy, Provenance provenance) {
        PolicyId id = new PolicyId(source, "policy/" + policy.toLowerCase(Locale.ROOT));
        add(new Grant(subject, id, GrantRole.IDENTITY, "", provenance));
    }

    public Provenance from(String origin, String document) {
        return new Provenance(scope, origin, document);
    }

    public List<Fact> facts() {
        return facts;
    }

    public Coverage coverage(Instant at) {
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
