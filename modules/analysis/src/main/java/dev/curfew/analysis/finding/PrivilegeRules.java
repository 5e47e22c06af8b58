package dev.curfew.analysis.finding;

import dev.curfew.analysis.reach.Administrators;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;

/// The rule over everybody's reach: who controls everything, at once or by one step.
final class PrivilegeRules {
    private final SnapshotIndex index;
    private final BlastRadius radius;

    PrivilegeRules(SnapshotIndex index, BlastRadius radius) {
        this.index = index;
        this.radius = radius;
    }

    List<Finding> look() {
        Administrators administrators = radius.administrators();
        List<Finding> found = new ArrayList<>();
        for (Identity identity : index.snapshot().identities()) {
            // that a break-glass account controls everything is what it is for
            if (!Marks.isBreakGlass(identity.tags())) {
                administrators.direct(identity.id()).ifPresent(way -> found.add(direct(identity, way)));
                administrators.oneStepAway(identity.id()).ifPresent(way -> found.add(near(identity, way)));
            }
        }
        return found;
    }

    private static Finding direct(Identity identity, Reached whole) {
        String variant = switch (whole.how()) {
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
                        whole.name(),
                        whole.path().getLast().actions())
                .on(whole.target().text());
    }

    private Finding near(Identity identity, Reached administrator) {
        EntityId target = administrator.target();
        return Finding.about(
                        Rule.OVERPRIVILEGED,
                        "near",
                        Severity.HIGH,
                        identity,
                        identity.name(),
                        administrator.name().isEmpty() ? target.nativeId() : administrator.name(),
                        administrator.path().getLast().actions())
                .on(target.text());
    }
}
