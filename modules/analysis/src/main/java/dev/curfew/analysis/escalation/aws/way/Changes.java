package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.catalogue.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of anybody's rights by policies: an inline one, a managed one, a new version of one.
public final class Changes {
    /// Policies of accounts that make an administrator of whom they are attached to, by ARN.
    private final List<ManagedPolicy> attachable;

    public Changes(Account account) {
        attachable = account.policies().stream()
                .filter(ManagedPolicy::isCustomers)
                .filter(Changes::allowsAnything)
                .toList();
    }

    private static boolean allowsAnything(ManagedPolicy policy) {
        IndexedPolicy says = policy.policy();
        return says != null && says.allowed().intersects(Actions.set(List.of(Actions.ANY_ACTION)));
    }

    /// Those that the actor could attach besides AWS's own.
    List<ManagedPolicy> attachable(Actor actor) {
        String own = actor.iam("policy/");
        return attachable.stream()
                .filter(policy -> policy.arn().startsWith(own))
                .toList();
    }

    /// AWS's own, which can be attached in every account.
    static String administrator(Actor actor) {
        return actor.local("arn:{partition}:iam::aws:policy/" + KnownPolicies.ADMINISTRATOR);
    }

    static String putting(Actor holder) {
        return "iam:Put" + noun(holder) + "Policy";
    }

    static String attaching(Actor holder) {
        return "iam:Attach" + noun(holder) + "Policy";
    }

    private static String noun(Actor holder) {
        return holder.isUser() ? "User" : holder.isRole() ? "Role" : "Group";
    }

    /// @param policy what is granted
    /// @param resource the policy's ARN; empty for an inline one
    record Grant(Verdict verdict, IndexedPolicy policy, String resource) {}

    /// The ways in which the actor may grant the holder everything.
    List<Grant> grants(Actor actor, Rights rights, Actor holder, Change change) {
        List<Grant> grants = new ArrayList<>();
        switch (change) {
            case PUT -> {
                Verdict may = Ask.about(actor, rights, putting(holder), holder, Map.of());
                grants.add(new Grant(may, KnownPolicies.EVERYTHING, ""));
            }
            case ATTACH -> attachments(actor, rights, holder, grants);
            case NEW_VERSION, OTHER_VERSION, JOIN -> throw new IllegalArgumentException("grants nothing: " + change);
        }
        return grants.stream().filter(grant -> !grant.verdict().isNo()).toList();
    }

    private void attachments(Actor actor, Rights rights, Actor holder, List<Grant> grants) {
        String administrator = administrator(actor);
        Verdict own = attach(actor, rights, holder, administrator);
        grants.add(new Grant(own, KnownPolicies.EVERYTHING, administrator));
        if (own.isCertain()) {
            return;
        }
        for (ManagedPolicy policy : attachable(actor)) {
            IndexedPolicy says = policy.policy();
            if (says != null) {
                grants.add(new Grant(attach(actor, rights, holder, policy.arn()), says, policy.arn()));
            }
        }
    }

    private static Verdict attach(Actor actor, Rights rights, Actor holder, String policy) {
        return Ask.about(actor, rights, attaching(holder), holder, Map.of("iam:PolicyARN", List.of(policy)));
    }

    /// New versions of the customer-managed policies that the holder has: of each by itself, else of several together,
    /// for the boundary may be one of them.
    ///
    /// @param held the holder's rights
    Optional<Step> newVersion(Actor actor, Rights rights, Actor holder, Rights held) {
        List<Version> open = changeable(held).stream()
                .map(policy -> versioning(actor, rights, policy))
                .filter(version -> !version.may().isNo())
                .toList();
        Best best = new Best();
        for (Version each : open) {
            if (together(List.of(each), holder, held).filter(best::offer).isPresent()) {
                return best.step();
            }
        }
        together(open.stream().filter(it -> it.may().isCertain()).toList(), holder, held)
                .ifPresent(best::offer);
        together(open, holder, held).ifPresent(best::offer);
        return best.step();
    }

    private record Version(ManagedPolicy policy, Verdict may, List<String> extra) {}

    private static Optional<Step> together(List<Version> versions, Actor holder, Rights held) {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Rights rights = held;
        Verdict may = Verdict.CERTAIN;
        List<String> extra = new ArrayList<>();
        for (Version each : versions) {
            rights = rights.replacing(each.policy(), KnownPolicies.EVERYTHING);
            may = may.and(each.may());
            extra.addAll(each.extra());
        }
        Outcome outcome = Administration.after(holder, rights);
        extra.addAll(outcome.extra());
        return Step.maybe(
                may.and(outcome.verdict()),
                holder,
                versions.getLast().policy().arn(),
                extra.stream().distinct().toList());
    }

    /// The policies of the account's own that give the holder its rights, or hold them.
    static List<ManagedPolicy> changeable(Rights held) {
        List<ManagedPolicy> changeable = new ArrayList<>(held.changeable());
        held.boundary()
                .map(Rights.Held::managed)
                .filter(policy -> policy.isCustomers() && !changeable.contains(policy))
                .ifPresent(changeable::add);
        return changeable;
    }

    private static Version versioning(Actor actor, Rights rights, ManagedPolicy policy) {
        Verdict may = Ask.may(actor, rights, "iam:CreatePolicyVersion", policy.arn());
        if (may.isNo() || !policy.isFull()) {
            return new Version(policy, may, List.of());
        }
        Verdict delete = Ask.may(actor, rights, "iam:DeletePolicyVersion", policy.arn());
        return new Version(policy, may.and(delete), List.of("iam:DeletePolicyVersion"));
    }
}
