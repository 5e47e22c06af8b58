package dev.curfew.analysis.finding;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.query.Administrators;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;

/// The rule over everybody's reach: who controls everything, at once or by one step.
final class PrivilegeRules {
    private final SnapshotIndex index;
    private final Administrators administrators;

    PrivilegeRules(EstateGraph graph) {
        index = graph.index();
        administrators = new Administrators(graph);
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (Identity identity : index.snapshot().identities()) {
            // that a break-glass account controls everything is what it is for
            if (!Marks.isBreakGlass(identity.tags())) {
                administrators.direct(identity.id()).ifPresent(step -> found.add(direct(identity, step)));
                administrators.oneStepAway(identity.id()).ifPresent(step -> found.add(near(identity, step)));
            }
        }
        return found;
    }

    private Finding direct(Identity identity, Edge whole) {
        String variant = switch (whole.label().kind()) {
            case ADMINISTERS -> "administrator";
            case MEMBER_OF,
                    HOLDS,
                    LOGS_IN_AS,
                    ASSUMES,
                    FEDERATES,
                    PASSES_ROLE,
                    MINTS,
                    RUNS_AS,
                    IMPERSONATES,
                    READS,
                    WRITES,
                    ESCALATES -> "escalates";
        };
        return Finding.about(
                        Rule.OVERPRIVILEGED,
                        variant,
                        Severity.HIGH,
                        identity,
                        identity.name(),
                        EntityFacts.of(index, whole.to()).name(),
                        whole.label().actions())
                .on(whole.to().text());
    }

    private Finding near(Identity identity, Edge administrator) {
        String name = EntityFacts.of(index, administrator.to()).name();
        return Finding.about(
                        Rule.OVERPRIVILEGED,
                        "near",
                        Severity.HIGH,
                        identity,
                        identity.name(),
                        name.isEmpty() ? administrator.to().nativeId() : name,
                        administrator.label().actions())
                .on(administrator.to().text());
    }
}
