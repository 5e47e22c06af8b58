package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.condition.RequestContext;
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
    private static final List<HopKind> KINDS = List.of(HopKind.ADMINISTERS, HopKind.WRITES, HopKind.READS);

    private final AwsEstate estate;

    AwsResources(AwsEstate estate) {
        this.estate = estate;
    }

    void find(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        Asker asker = new Asker(estate, principal);
        for (Resource resource : estate.candidates(principal)) {
            if (!settled.test(resource.id())) {
                touch(asker, resource, found);
            }
        }
    }

    /// Who asks about many resources, with what is the same for all of them.
    private static final class Asker {
        private final AwsEstate estate;
        private final AwsPrincipal principal;
        private final Map<String, Boolean> some = new HashMap<>();
        private @Nullable List<String> named;

        Asker(AwsEstate estate, AwsPrincipal principal) {
            this.estate = estate;
            this.principal = principal;
        }

        boolean allowsSome(String action) {
            return some.computeIfAbsent(action, principal::allowsSome);
        }

        /// The surest of the decisions about the resource itself, or about things in it.
        Evaluation best(String action, Resource resource, AwsPolicies met) {
            String arn = resource.id().nativeId();
            String owner = estate.owner(arn);
            RequestContext context = estate.about(principal, owner);
            List<Evaluation> all = new ArrayList<>();
            for (String each : ServiceActions.instances(action, arn, this::named)) {
                all.add(principal.may(action, each, owner, met, context));
            }
            return Decisions.best(all);
        }

        private List<String> named() {
            List<String> known = named;
            if (known == null) {
                known = principal.named();
                named = known;
            }
            return known;
        }
    }

    private void touch(Asker asker, Resource resource, Consumer<Route> found) {
        AwsPrincipal principal = asker.principal;
        ResourceGuards.Guard guard = estate.guards().of(resource.id());
        AwsPolicies met = estate.meeting(principal, resource.id(), guard.policy());
        ServiceActions actions = ServiceActions.of(resource.id().nativeId());
        for (HopKind kind : KINDS) {
            List<String> granted = new ArrayList<>();
            List<Evaluation> decisions = new ArrayList<>();
            for (String action : actions.of(kind)) {
                boolean possible = guard.read() || asker.allowsSome(action);
                Evaluation decision = possible ? asker.best(action, resource, met) : null;
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
            takeOver(asker, resource, met, found);
        }
    }

    private static void takeOver(Asker asker, Resource workload, AwsPolicies met, Consumer<Route> found) {
        Takeover.of(workload.id().nativeId()).ifPresent(it -> {
            Evaluation all = Decisions.all(it.actions().stream()
                    .map(action -> asker.best(action, workload, met))
                    .toList());
            if (AwsPrincipal.allowed(all)) {
                found.accept(asker.principal.route(
                        workload.id(), HopKind.RUNS_AS, String.join(", ", it.actions()), it.decision(all)));
            }
        });
    }
}
