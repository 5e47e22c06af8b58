package dev.curfew.connector.openbao.sheet;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.CoverageState;
import java.util.List;
import java.util.Locale;

/// What was read of one scope of an OpenBao, and what was not.
public final class ScopeSheet extends Sheet {

    public ScopeSheet(SourceName source, String scope) {
        super(source, scope);
    }

    /// The keys that a list answered. Another answer closes the scope.
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

    /// As above, for one list of several: another answer misses a part of the scope.
    public List<String> keysOrMiss(BaoAnswer list) {
        if (list instanceof BaoAnswer.Done || list instanceof BaoAnswer.Empty) {
            return keys(list);
        }
        miss(list.words());
        return List.of();
    }

    /// The scope could not be read at all.
    public void close(BaoAnswer answer) {
        CoverageState state = switch (answer) {
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
        close(state, answer.words());
    }

    /// @param policy in any case: an entity keeps the name as it was typed, and OpenBao looks it up in lower case
    public void grant(EntityId subject, String policy, Provenance provenance) {
        PolicyId id = new PolicyId(source(), "policy/" + policy.toLowerCase(Locale.ROOT));
        add(new Grant(subject, id, GrantRole.IDENTITY, "", provenance));
    }
}
