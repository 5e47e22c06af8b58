package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.catalogue.Way.UseExisting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ways through what is there already and runs as a role.
public final class UseExistingFinder {
    private final Surroundings surroundings;
    private final Set<String> known;

    /// @param known the ARNs of all roles that were read, and of their instance profiles
    public UseExistingFinder(Surroundings surroundings, Set<String> known) {
        this.surroundings = surroundings;
        this.known = Set.copyOf(known);
    }

    /// What does not depend on the role.
    public Verdict start(Actor actor, UseExisting way) {
        Verdict start = Launching.all(actor, way.launches());
        return start.isNo() || surroundings.resources().isPresent()
                ? start
                : start.and(Launching.some(
                        actor, way.target().actions(), actor.local(way.target().pattern())));
    }

    public Optional<Step> find(Actor actor, UseExisting way, Verdict start, Targets targets) {
        List<Existing> resources = surroundings.resources().orElse(null);
        return resources == null
                ? supposed(actor, way, start, targets)
                : existing(actor, way, start, targets, resources);
    }

    private static Optional<Step> existing(
            Actor actor, UseExisting way, Verdict start, Targets targets, List<Existing> resources) {
        Best best = new Best();
        for (Existing resource : of(actor, way, resources)) {
            Actor role =
                    targets.role(resource.role()).filter(it -> own(actor, it)).orElse(null);
            if (role != null) {
                Verdict verdict = Launching.on(actor, way.target().actions(), resource.arn())
                        .and(start)
                        .and(reachable(role, way))
                        .and(targets.worth(actor, role));
                if (!verdict.isNo() && best.offer(Step.to(verdict, role, resource.arn(), List.of()))) {
                    break;
                }
            }
        }
        return best.step();
    }

    /// Through what runs as a role that nobody read.
    public Optional<Step> unread(Actor actor, UseExisting way, Verdict start) {
        Best best = new Best();
        for (Existing resource : of(actor, way, surroundings.resources().orElse(List.of()))) {
            if (!known.contains(resource.role())) {
                Verdict role = resource.role().isEmpty()
                        ? Verdict.possible("need.noRole", resource.arn())
                        : Verdict.possible("need.role", resource.role());
                Verdict verdict = Launching.on(actor, way.target().actions(), resource.arn())
                        .and(start)
                        .and(role);
                String name = resource.role().isEmpty() ? resource.arn() : resource.role();
                if (!verdict.isNo() && best.offer(new Step(verdict, actor, name, resource.arn(), List.of()))) {
                    break;
                }
            }
        }
        return best.step();
    }

    private static List<Existing> of(Actor actor, UseExisting way, List<Existing> resources) {
        String pattern = actor.local(way.target().pattern());
        return resources.stream()
                .filter(resource -> GlobMeeting.of(pattern, resource.arn()).isPresent())
                .toList();
    }

    /// Nobody says what exists: then it is possible that something runs as a role that could.
    private static Optional<Step> supposed(Actor actor, UseExisting way, Verdict start, Targets targets) {
        for (Map.Entry<Actor, Verdict> each : fitting(way, targets).roles().entrySet()) {
            Actor role = each.getKey();
            Verdict verdict = own(actor, role)
                    ? start.and(each.getValue())
                            .and(Verdict.possible("need.existing", way.target().what(), role.arn()))
                            .and(targets.worth(actor, role))
                    : Verdict.NO;
            if (!verdict.isNo()) {
                return Optional.of(Step.to(verdict, role, way.target().what(), List.of()));
            }
        }
        return Optional.empty();
    }

    /// The roles that something of this kind could run as.
    private record Fitting(Map<Actor, Verdict> roles) {}

    private static Fitting fitting(UseExisting way, Targets targets) {
        return targets.once(way, Fitting.class, () -> {
            Map<Actor, Verdict> roles = new LinkedHashMap<>();
            for (String service : way.services()) {
                for (Actor role : targets.trusting(service).all()) {
                    Verdict verdict = targets.trusts(role, service)
                            .and(PassRoleFinder.profile(role, way.instanceProfile()))
                            .and(reachable(role, way));
                    if (!verdict.isNo()) {
                        roles.put(role, verdict);
                    }
                }
            }
            return new Fitting(roles);
        });
    }

    private static boolean own(Actor actor, Actor role) {
        return role.isRole()
                && role.account().equals(actor.account())
                && role.identity().source().equals(actor.identity().source())
                && !role.arn().equals(actor.arn());
    }

    /// Whether the role lets its machine be reached this way.
    private static Verdict reachable(Actor role, UseExisting way) {
        return Launching.on(role, way.roleNeeds(), Ask.ANYTHING);
    }
}
