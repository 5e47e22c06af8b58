package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Services;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.List;
import java.util.Map;

/// Handing roles to services.
public final class Passing {
    /// What puts a role that is in no instance profile into a new one; AWS asks for `iam:PassRole` besides, as the
    /// methods do.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html>
    private static final List<String> MAKING = List.of("iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile");

    private final Services services;
    private final Zone inProfile;

    public Passing(Population population, Services services) {
        this.services = services;
        this.inProfile = population.those(population.changeableRoles(), Passing::level);
    }

    private static Level level(Actor role) {
        return role.instanceProfiles()
                .map(profiles -> profiles.isEmpty() ? Level.NO : Level.CERTAIN)
                .orElse(Level.POSSIBLE);
    }

    private record Asked(String service, boolean profile) {}

    /// The roles that the actor may hand to the service, which may act as them.
    ///
    /// @param profile whether an instance profile has to hold them
    Zone roles(Powers powers, String service, boolean profile) {
        return powers.once(new Asked(service, profile), () -> {
            Zone trusting = services.trusting(service);
            if (profile && !trusting.isEmpty()) {
                Level makes = making(powers.actor()).level();
                trusting = trusting.and(inProfile.or(trusting.and(makes)));
            }
            Zone own = trusting.within(powers.population().neighbours(powers.actor()));
            return own.isEmpty()
                    ? own
                    : own.and(powers.on(Way.PASS_ROLE, passedTo(service)))
                            .without(powers.population().only(powers.actor()));
        });
    }

    /// The roles that the service may act as.
    Zone acting(String service, boolean profile) {
        Zone trusting = services.trusting(service);
        return profile ? trusting.and(inProfile) : trusting;
    }

    private static Map<String, List<String>> passedTo(String service) {
        return Map.of("iam:PassedToService", List.of(service));
    }

    /// Whether the actor may hand the role to the service, and the service may act as it.
    Verdict passed(Actor actor, Actor role, String service) {
        Verdict pass = Ask.about(actor, actor.rights(), Way.PASS_ROLE, role, passedTo(service));
        return pass.isNo() ? pass : pass.and(Ask.trusts(role, service));
    }

    /// Whether the actor may make an instance profile and put a role into it.
    private static Verdict making(Actor actor) {
        return Launching.some(actor, MAKING, actor.iam("instance-profile/*"));
    }

    /// @param extra the actions that it takes to put the role into one
    record Profile(Verdict verdict, List<String> extra) {}

    /// Whether an instance profile holds the role, or the actor may put it into a new one.
    Profile profile(Actor actor, Actor role, boolean needed) {
        Verdict held = profile(role, needed);
        Verdict made = held.isCertain() ? Verdict.NO : making(actor);
        return made.level().compareTo(held.level()) > 0 ? new Profile(made, MAKING) : new Profile(held, List.of());
    }

    Verdict profile(Actor role, boolean needed) {
        return needed
                ? role.instanceProfiles()
                        .map(profiles -> Verdict.when(!profiles.isEmpty()))
                        .orElseGet(() -> Verdict.possible("need.profile", role.arn()))
                : Verdict.CERTAIN;
    }
}
