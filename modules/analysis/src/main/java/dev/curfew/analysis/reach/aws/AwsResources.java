package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.inside.RunsAs;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Ways to touch a resource: to control it, to write to it, to read it; each that there is.
final class AwsResources {
    private final AwsEstate estate;

    AwsResources(AwsEstate estate) {
        this.estate = estate;
    }

    void find(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        Map<String, Boolean> some = new HashMap<>();
        for (Resource resource : estate.candidates(principal)) {
            if (!settled.test(resource.id())) {
                touch(principal, resource, some, found);
            }
        }
    }

    private void touch(AwsPrincipal principal, Resource resource, Map<String, Boolean> some, Consumer<Route> found) {
        Compiled.Document guarded = estate.resourcePolicy(resource.id());
        PolicyDocument policy = guarded == null ? null : guarded.orUnknown();
        String arn = resource.id().nativeId();
        ServiceActions actions = ServiceActions.of(arn);
        for (HopKind kind : List.of(HopKind.ADMINISTERS, HopKind.WRITES, HopKind.READS)) {
            List<String> granted = new ArrayList<>();
            List<Evaluation> decisions = new ArrayList<>();
            for (String action : actions.of(kind)) {
                boolean possible = policy != null || some.computeIfAbsent(action, principal::allowsSome);
                Evaluation decision = possible ? best(principal, action, arn, policy) : null;
                if (decision != null && AwsPrincipal.allowed(decision)) {
                    granted.add(action);
                    decisions.add(decision);
                }
            }
            if (!granted.isEmpty()) {
                found.accept(
                        principal.route(resource.id(), kind, String.join(", ", granted), Decisions.best(decisions)));
            }
        }
        if (resource.tags().containsKey(RunsAs.NAMED)) {
            takeOver(principal, resource, policy, found);
        }
    }

    private static void takeOver(
            AwsPrincipal principal, Resource workload, @Nullable PolicyDocument policy, Consumer<Route> found) {
        Takeover.of(workload.id().nativeId()).ifPresent(it -> {
            Evaluation all = Decisions.all(it.actions().stream()
                    .map(action -> best(principal, action, workload.id().nativeId(), policy))
                    .toList());
            if (AwsPrincipal.allowed(all)) {
                found.accept(principal.route(
                        workload.id(), HopKind.RUNS_AS, String.join(", ", it.actions()), it.decision(all)));
            }
        });
    }

    private static Evaluation best(AwsPrincipal principal, String action, String arn, @Nullable PolicyDocument policy) {
        List<Evaluation> all = new ArrayList<>();
        for (String each : ServiceActions.instances(action, arn, principal)) {
            all.add(principal.may(action, each, AwsEstate.account(arn), policy, principal.context()));
        }
        return Decisions.best(all);
    }
}
