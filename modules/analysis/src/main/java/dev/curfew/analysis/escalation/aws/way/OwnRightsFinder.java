package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.account.Administration.Outcome;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Level;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.catalogue.Change;
import dev.curfew.analysis.escalation.catalogue.Way.OwnRights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ways to widen one's own rights.
public final class OwnRightsFinder {
    private final Changes changes;
    private final List<Actor> groups;

    public OwnRightsFinder(Changes changes, List<Actor> groups) {
        this.changes = changes;
        this.groups = List.copyOf(groups);
    }

    public Optional<Step> find(Actor actor, OwnRights way) {
        return find(actor, actor.rights(), way);
    }

    private Optional<Step> find(Actor actor, Rights rights, OwnRights way) {
        return switch (way.of()) {
            case "policy" ->
                way.change() == Change.NEW_VERSION ? newVersion(actor, rights) : otherVersion(actor, rights);
            case "group" -> way.change() == Change.JOIN ? join(actor, rights) : groups(actor, rights, way.change());
            case "user" -> actor.isUser() ? itself(actor, rights, way.change()) : Optional.empty();
            case "role" ->
                actor.isRole() && !actor.isProtected() ? itself(actor, rights, way.change()) : Optional.empty();
            default -> throw new IllegalArgumentException("nothing to change: " + way.of());
        };
    }

    private Optional<Step> newVersion(Actor actor, Rights rights) {
        return changes.newVersion(actor, rights, actor, rights);
    }

    private Optional<Step> itself(Actor actor, Rights rights, Change change) {
        Best best = new Best();
        for (Changes.Grant each : changes.grants(actor, rights, actor, change)) {
            Outcome outcome = Administration.after(actor, rights.with(each.policy()));
            Step.maybe(each.verdict().and(outcome.verdict()), actor, each.resource(), outcome.extra())
                    .ifPresent(best::offer);
        }
        return best.step();
    }

    private Optional<Step> groups(Actor actor, Rights rights, Change change) {
        Best best = new Best();
        for (Actor group : actor.groups()) {
            for (Changes.Grant each : changes.grants(actor, rights, group, change)) {
                Outcome outcome = Administration.after(actor, rights.with(each.policy()));
                Verdict verdict = each.verdict().and(outcome.verdict());
                if (!verdict.isNo() && best.offer(Step.to(verdict, actor, group.arn(), outcome.extra()))) {
                    return best.step();
                }
            }
        }
        return best.step();
    }

    /// What is gained is looked at one change further: an administrator's rights, or the right to give oneself these.
    private Optional<Step> otherVersion(Actor actor, Rights rights) {
        Best best = new Best();
        for (ManagedPolicy policy : rights.changeable()) {
            Verdict may = Ask.may(actor, rights, "iam:SetDefaultPolicyVersion", policy.arn());
            for (ManagedPolicy.Version version : may.isNo() ? List.<ManagedPolicy.Version>of() : policy.others()) {
                IndexedPolicy says = version.policy();
                Outcome outcome = says == null
                        ? new Outcome(Verdict.possible("need.version", version.id(), policy.arn()), List.of())
                        : reach(actor, rights.replacing(policy, says));
                Verdict verdict = may.and(outcome.verdict());
                if (!verdict.isNo() && best.offer(Step.to(verdict, actor, policy.arn(), outcome.extra()))) {
                    return best.step();
                }
            }
        }
        return best.step();
    }

    private Optional<Step> join(Actor actor, Rights rights) {
        Best best = new Best();
        if (!actor.isUser()) {
            return best.step();
        }
        for (Actor group : groups) {
            boolean other = group.account().equals(actor.account())
                    && group.identity().source().equals(actor.identity().source())
                    && !actor.groups().contains(group);
            Verdict may = other ? Ask.about(actor, rights, "iam:AddUserToGroup", group, Map.of()) : Verdict.NO;
            if (!may.isNo()) {
                Outcome outcome = joined(actor, rights, group);
                Verdict verdict = may.and(outcome.verdict());
                if (!verdict.isNo() && best.offer(Step.to(verdict, actor, group.arn(), outcome.extra()))) {
                    break;
                }
            }
        }
        return best.step();
    }

    /// Whether the group's rights bring it about, which the actor's alone do not.
    private Outcome joined(Actor actor, Rights rights, Actor group) {
        Rights more = rights.with(group.rights().held());
        Outcome straight = Administration.after(actor, more);
        if (straight.verdict().isCertain()) {
            return straight;
        }
        Outcome further = further(actor, more);
        Level before = further(actor, rights).verdict().level();
        boolean better = further.verdict().level().compareTo(before) > 0
                && further.verdict().level().compareTo(straight.verdict().level()) > 0;
        return better ? further : straight;
    }

    private Outcome reach(Actor actor, Rights rights) {
        Outcome straight = Administration.after(actor, rights);
        Outcome further = straight.verdict().isCertain() ? straight : further(actor, rights);
        return further.verdict().level().compareTo(straight.verdict().level()) > 0 ? further : straight;
    }

    private Outcome further(Actor actor, Rights rights) {
        Outcome best = new Outcome(Verdict.NO, List.of());
        for (Further each : Further.ALL) {
            Step step = find(actor, rights, each.way()).orElse(null);
            if (step != null && step.verdict().level().compareTo(best.verdict().level()) > 0) {
                best = new Outcome(
                        step.verdict(), step.with(List.of(each.action())).extra());
            }
        }
        return best;
    }

    private record Further(OwnRights way, String action) {
        static final List<Further> ALL = List.of(
                new Further(new OwnRights(Change.PUT, "user"), "iam:PutUserPolicy"),
                new Further(new OwnRights(Change.PUT, "role"), "iam:PutRolePolicy"),
                new Further(new OwnRights(Change.PUT, "group"), "iam:PutGroupPolicy"),
                new Further(new OwnRights(Change.ATTACH, "user"), "iam:AttachUserPolicy"),
                new Further(new OwnRights(Change.ATTACH, "role"), "iam:AttachRolePolicy"),
                new Further(new OwnRights(Change.ATTACH, "group"), "iam:AttachGroupPolicy"),
                new Further(new OwnRights(Change.NEW_VERSION, "policy"), "iam:CreatePolicyVersion"));
    }
}
