package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Trusts;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways into somebody else's place.
public final class Entries {
    /// A user may have no more.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    private static final int ACCESS_KEYS_MAX = 2;

    private final Surroundings surroundings;
    private final Trusts trusts;
    private final Zone roomForKeys;
    private final Zone withoutPassword;
    private final Zone withPassword;

    public Entries(Surroundings surroundings, Population population, Trusts trusts) {
        this.surroundings = surroundings;
        this.trusts = trusts;
        this.roomForKeys = population.users(
                user -> surroundings.accessKeys(user).map(count -> Verdict.when(count < ACCESS_KEYS_MAX)));
        this.withoutPassword =
                population.users(user -> surroundings.password(user).map(has -> Verdict.when(!has)));
        this.withPassword = population.users(user -> surroundings.password(user).map(Verdict::when));
    }

    /// @param extra what is needed besides the entry's own actions
    record Into(Verdict verdict, List<String> extra) {
        static final Into NO = new Into(Verdict.NO, List.of());
    }

    /// Those whose place the actor can take.
    ///
    /// @param alone whether the entry is the whole method: then a user's second key is another method's
    Zone zone(Powers powers, Entry entry, boolean alone) {
        return powers.once(new Asked(entry, alone), () -> ask(powers, entry, alone));
    }

    private record Asked(Entry entry, boolean alone) {}

    private Zone ask(Powers powers, Entry entry, boolean alone) {
        Population population = powers.population();
        Zone found = switch (entry) {
            case ACCESS_KEY -> {
                Zone room = alone ? roomForKeys : roomForKeys.or(powers.on("iam:DeleteAccessKey"));
                yield powers.on("iam:CreateAccessKey").and(room).within(population.users());
            }
            case REPLACED_ACCESS_KEY ->
                powers.on("iam:CreateAccessKey")
                        .and(powers.on("iam:DeleteAccessKey"))
                        .within(population.users())
                        .without(roomForKeys.certain());
            case NEW_PASSWORD -> powers.on("iam:CreateLoginProfile").and(withoutPassword);
            case CHANGED_PASSWORD -> powers.on("iam:UpdateLoginProfile").and(withPassword);
            case ASSUME -> trusts.into(powers);
            case REWRITTEN_TRUST ->
                powers.on("iam:UpdateAssumeRolePolicy")
                        .within(population.changeableRoles())
                        .and(trusts.intoOpen(powers));
        };
        Zone near = entry == Entry.ASSUME ? found : found.within(population.neighbours(powers.actor()));
        return near.without(population.only(powers.actor()));
    }

    /// @param alone whether the entry is the whole method: then a user's second key is another method's
    Into into(Actor actor, Actor target, Entry entry, boolean alone) {
        boolean itself = actor.arn().equals(target.arn());
        boolean user = entry != Entry.ASSUME && entry != Entry.REWRITTEN_TRUST;
        if (itself || (user ? !target.isUser() : !target.isRole()) || !withinReach(actor, target, entry)) {
            return Into.NO;
        }
        return switch (entry) {
            case ACCESS_KEY -> key(actor, target, alone);
            case REPLACED_ACCESS_KEY -> replacedKey(actor, target);
            case NEW_PASSWORD ->
                password(
                        actor,
                        target,
                        "iam:CreateLoginProfile",
                        surroundings.password(target).map(has -> !has),
                        "none");
            case CHANGED_PASSWORD ->
                password(actor, target, "iam:UpdateLoginProfile", surroundings.password(target), "some");
            case ASSUME -> assume(actor, target);
            case REWRITTEN_TRUST -> rewrittenTrust(actor, target);
        };
    }

    /// Only a role can be of another account.
    private static boolean withinReach(Actor actor, Actor target, Entry entry) {
        return entry == Entry.ASSUME
                || (actor.account().equals(target.account())
                        && actor.identity().source().equals(target.identity().source()));
    }

    private Into key(Actor actor, Actor user, boolean alone) {
        Verdict may = Ask.about(actor, actor.rights(), "iam:CreateAccessKey", user, Map.of());
        int keys = surroundings.accessKeys(user).orElse(-1);
        if (may.isNo() || (keys >= 0 && keys < ACCESS_KEYS_MAX)) {
            return new Into(may, List.of());
        }
        Verdict room = keys < 0 ? Verdict.possible("need.keys", user.arn()) : Verdict.NO;
        if (!alone) {
            Verdict replaced = Ask.about(actor, actor.rights(), "iam:DeleteAccessKey", user, Map.of());
            if (replaced.level().compareTo(room.level()) > 0) {
                return new Into(may.and(replaced), List.of("iam:DeleteAccessKey"));
            }
        }
        return new Into(may.and(room), List.of());
    }

    /// Where there certainly is room, no key has to go.
    private Into replacedKey(Actor actor, Actor user) {
        if (surroundings.accessKeys(user).orElse(ACCESS_KEYS_MAX) < ACCESS_KEYS_MAX) {
            return Into.NO;
        }
        Verdict create = Ask.about(actor, actor.rights(), "iam:CreateAccessKey", user, Map.of());
        return create.isNo()
                ? Into.NO
                : new Into(
                        create.and(Ask.about(actor, actor.rights(), "iam:DeleteAccessKey", user, Map.of())), List.of());
    }

    private static Into password(Actor actor, Actor user, String action, Optional<Boolean> fits, String key) {
        Verdict state = fits.map(Verdict::when).orElseGet(() -> Verdict.possible("need.password." + key, user.arn()));
        return state.isNo()
                ? Into.NO
                : new Into(
                        Ask.about(actor, actor.rights(), action, user, Map.of()).and(state), List.of());
    }

    private static Into assume(Actor actor, Actor role) {
        IndexedPolicy trust = role.trust();
        return trust == null ? Into.NO : new Into(Ask.assume(actor, role, trust), List.of());
    }

    /// Whoever a trust policy names needs no policy of its own, but none may deny it.
    private static Into rewrittenTrust(Actor actor, Actor role) {
        if (role.isProtected()) {
            return Into.NO;
        }
        Verdict may = Ask.about(actor, actor.rights(), "iam:UpdateAssumeRolePolicy", role, Map.of());
        return may.isNo()
                ? Into.NO
                : new Into(
                        may.and(Ask.assume(actor, role, KnownPolicies.OPEN_TRUST)
                                .supposed()),
                        List.of());
    }
}
