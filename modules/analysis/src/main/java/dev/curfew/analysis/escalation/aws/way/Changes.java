package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.KnownPolicies;
import dev.curfew.analysis.escalation.aws.account.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.account.Rights;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.catalogue.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Changes of anybody's rights by policies: an inline one, a managed one, a new version of one.
public final class Changes {
    /// Policies that can be attached to make an administrator, by ARN: AWS's own are in every account.
    private final Map<String, PolicyDocument> attachable = new TreeMap<>();

    public Changes(Collection<Actor> actors) {
        for (Actor actor : actors) {
            for (Rights.Held held : actor.rights().held()) {
                ManagedPolicy managed = held.managed();
                if (managed != null
                        && !attachable.containsKey(managed.arn())
                        && allows(actor, held).isCertain()) {
                    attachable.put(managed.arn(), held.document());
                }
            }
        }
    }

    private static Verdict allows(Actor actor, Rights.Held held) {
        return Ask.may(
                actor,
                new Rights(List.of(held), null, List.of()),
                Ask.ANYTHING + ":" + Ask.ANYTHING,
                "arn:aws:" + Ask.ANYTHING + ":::" + Ask.ANYTHING);
    }

    /// @param document what is granted
    /// @param resource the policy's ARN; empty for an inline one
    record Grant(Verdict verdict, PolicyDocument document, String resource) {}

    /// The ways in which the actor may grant the holder everything.
    List<Grant> grants(Actor actor, Rights rights, Actor holder, Change change) {
        String noun = holder.isUser() ? "User" : holder.isRole() ? "Role" : "Group";
        List<Grant> grants = new ArrayList<>();
        switch (change) {
            case PUT -> {
                Verdict may = Ask.about(actor, rights, "iam:Put" + noun + "Policy", holder, Map.of());
                grants.add(new Grant(may, KnownPolicies.EVERYTHING, ""));
            }
            case ATTACH -> attachments(actor, rights, holder, "iam:Attach" + noun + "Policy", grants);
            case NEW_VERSION, OTHER_VERSION, JOIN -> throw new IllegalArgumentException("grants nothing: " + change);
        }
        return grants.stream().filter(grant -> !grant.verdict().isNo()).toList();
    }

    private void attachments(Actor actor, Rights rights, Actor holder, String action, List<Grant> grants) {
        String own = "arn:aws:iam::aws:policy/" + KnownPolicies.ADMINISTRATOR;
        grants.add(new Grant(attach(actor, rights, holder, action, own), KnownPolicies.EVERYTHING, own));
        if (grants.getFirst().verdict().isCertain()) {
            return;
        }
        attachable.forEach((arn, document) -> {
            if (arn.startsWith(actor.iam("policy/"))) {
                grants.add(new Grant(attach(actor, rights, holder, action, arn), document, arn));
            }
        });
    }

    private static Verdict attach(Actor actor, Rights rights, Actor holder, String action, String policy) {
        return Ask.about(actor, rights, action, holder, Map.of("iam:PolicyARN", List.of(policy)));
    }

    /// New versions of the customer-managed policies that the holder has: of each by itself, else of all together, for
    /// the boundary may be one of them.
    ///
    /// @param held the holder's rights
    Optional<Step> newVersion(Actor actor, Rights rights, Actor holder, Rights held) {
        Best best = new Best();
        Rights all = held;
        Verdict together = Verdict.CERTAIN;
        List<String> deleted = new ArrayList<>();
        String last = "";
        for (ManagedPolicy policy : changeable(held)) {
            List<String> extra = new ArrayList<>();
            Verdict may = versioning(actor, rights, policy, extra);
            if (may.isNo()) {
                continue;
            }
            Outcome outcome = Administration.after(holder, held.replacing(policy, KnownPolicies.EVERYTHING));
            Verdict verdict = may.and(outcome.verdict());
            extra.addAll(outcome.extra());
            if (!verdict.isNo() && best.offer(Step.to(verdict, holder, policy.arn(), extra))) {
                return best.step();
            }
            all = all.replacing(policy, KnownPolicies.EVERYTHING);
            together = together.and(may);
            deleted.addAll(extra);
            last = policy.arn();
        }
        Outcome outcome = last.isEmpty() ? new Outcome(Verdict.NO, List.of()) : Administration.after(holder, all);
        Verdict verdict = together.and(outcome.verdict());
        if (!verdict.isNo()) {
            deleted.addAll(outcome.extra());
            best.offer(
                    Step.to(verdict, holder, last, deleted.stream().distinct().toList()));
        }
        return best.step();
    }

    private static List<ManagedPolicy> changeable(Rights held) {
        List<ManagedPolicy> changeable = new ArrayList<>(held.changeable());
        // a boundary alone grants nothing, but with the others it is what holds
        held.boundary()
                .filter(policy -> policy.isCustomers() && !changeable.isEmpty() && !changeable.contains(policy))
                .ifPresent(changeable::add);
        return changeable;
    }

    private static Verdict versioning(Actor actor, Rights rights, ManagedPolicy policy, List<String> extra) {
        Verdict may = Ask.may(actor, rights, "iam:CreatePolicyVersion", policy.arn());
        if (may.isNo() || !policy.isFull()) {
            return may;
        }
        extra.add("iam:DeletePolicyVersion");
        return may.and(Ask.may(actor, rights, "iam:DeletePolicyVersion", policy.arn()));
    }
}
