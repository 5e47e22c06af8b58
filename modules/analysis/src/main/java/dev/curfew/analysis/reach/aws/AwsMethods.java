package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.escalation.aws.AwsStep;
import dev.curfew.analysis.escalation.aws.AwsSteps;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Steps by the methods of the catalogue of escalations, as [AwsSteps] finds them.
final class AwsMethods {
    private static final Set<String> NEEDED = AwsSteps.needed().stream()
            .map(action -> action.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final SnapshotIndex index;
    private final AwsEstate estate;
    private volatile @Nullable AwsSteps steps;

    AwsMethods(SnapshotIndex index, AwsEstate estate) {
        this.index = index;
        this.estate = estate;
    }

    void find(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        if (principal.allowsOneOf(NEEDED)) {
            EntityId account = principal.whole();
            boolean limitUnread = estate.isLimitUnread(principal);
            steps().find(
                            principal.id(),
                            principal.arn(),
                            !settled.test(account),
                            settled::test,
                            step -> found.accept(route(principal, account, step, limitUnread)));
        }
    }

    /// It reads all of AWS, and is made once somebody has something to ask.
    private AwsSteps steps() {
        AwsSteps known = steps;
        return known == null ? make() : known;
    }

    private synchronized AwsSteps make() {
        AwsSteps known = steps;
        if (known == null) {
            known = new AwsSteps(index);
            steps = known;
        }
        return known;
    }

    private static Route route(AwsPrincipal principal, EntityId account, AwsStep step, boolean limitUnread) {
        EntityId target =
                step.target().map(Actor::identity).<EntityId>map(it -> it.id()).orElse(account);
        String actions = String.join(", ", step.actions());
        Evaluation decision = decision(step.decision(), limitUnread);
        return switch (step.kind()) {
            case MINTS -> principal.route(target, HopKind.MINTS, actions, decision);
            case WIDENS -> principal.route(target, HopKind.ESCALATES, actions, decision);
            case PASSES -> principal.straight(target, HopKind.PASSES_ROLE, actions, decision);
            case USES -> principal.straight(target, HopKind.RUNS_AS, actions, decision);
        };
    }

    /// What a limit leaves that nobody read is not known, whatever else it depends on.
    private static Evaluation decision(Evaluation decision, boolean limitUnread) {
        return decision instanceof Evaluation.Conditional conditional && limitUnread
                ? new Evaluation.Unknown(
                        conditional.dependsOn().stream().sorted().toList())
                : decision;
    }
}
