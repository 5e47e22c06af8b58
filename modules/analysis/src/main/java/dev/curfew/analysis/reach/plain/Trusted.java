package dev.curfew.analysis.reach.plain;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may become whom by trusts: the document of each names those who may become its target.
final class Trusted {

    private Trusted() {}

    /// The steps of those who are trusted.
    static Map<EntityId, List<Route>> all(
            SnapshotIndex index, Policies policies, Map<SourceName, PlainSource> sources) {
        Map<EntityId, List<Route>> all = new HashMap<>();
        for (Trust trust : index.snapshot().trusts()) {
            PlainSource source = sources.get(trust.source());
            if (source != null && policies.of(trust.document()) instanceof Policies.Text.Stated readable) {
                add(all, trust, source, readable.statements());
            }
        }
        return all;
    }

    private static void add(Map<EntityId, List<Route>> all, Trust trust, PlainSource source, List<Right> statements) {
        for (int position = 0; position < statements.size(); position++) {
            Right right = statements.get(position);
            if (right.level() == RightLevel.BECOME) {
                for (EntityId principal : source.targets(right)) {
                    if (!principal.equals(trust.target())) {
                        Hop hop = Steps.hop(principal, trust.target(), right, trust.document(), position);
                        all.computeIfAbsent(principal, _ -> new ArrayList<>())
                                .add(new Route(trust.target(), List.of(hop)));
                    }
                }
            }
        }
    }
}
