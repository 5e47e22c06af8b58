package dev.curfew.revocation.timebox;

import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Sha256;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an end would do, before anything is done.
///
/// @param owner who answers for it; empty where nobody is known
/// @param boxable how it stands at its source
/// @param enforcement who ends it; the target only where its holder cannot mint beyond it
/// @param reachBefore how many things it reaches now
/// @param reachAfter how many after the end
/// @param lost those that go out of reach
/// @param affected who else loses it: members, and whoever holds the credential
/// @param goesOn what the end does not end, a sentence each
/// @param complete whether what it reaches is known whole
public record BoxPlan(
        StandingAccess access,
        Instant until,
        String owner,
        Boxable boxable,
        Enforcement enforcement,
        long reachBefore,
        long reachAfter,
        List<EntityId> lost,
        List<EntityId> affected,
        List<String> goesOn,
        boolean complete) {
    /// Enough to tell two plans apart by eye.
    private static final int DIGEST = 12;

    public BoxPlan {
        lost = List.copyOf(lost);
        affected = List.copyOf(affected);
        goesOn = List.copyOf(goesOn);
    }

    /// Stands for exactly this access as it stands now, and this end.
    public String digest() {
        return Sha256.ofJson(Map.of(
                        "access", access.text(),
                        "until", until.toString(),
                        "prior", new TreeMap<>(boxable.prior()),
                        "byTarget", enforcement.byTarget()))
                .substring(0, DIGEST);
    }
}
