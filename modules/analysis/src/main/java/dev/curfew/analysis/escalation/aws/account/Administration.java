package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import java.util.List;

/// Who is an administrator: who may do anything at all, and give rights away.
public final class Administration {
    /// Giving rights. Whoever may do anything but these is a power user; whoever may do one of them needs no other.
    private static final List<Giving> GIVING = List.of(
            new Giving("iam:AttachUserPolicy", "user/"),
            new Giving("iam:AttachRolePolicy", "role/"),
            new Giving("iam:PutUserPolicy", "user/"),
            new Giving("iam:PutRolePolicy", "role/"),
            new Giving("iam:CreatePolicyVersion", "policy/"));

    private record Giving(String action, String on) {}

    /// @param extra what it uses besides
    public record Outcome(Verdict verdict, List<String> extra) {
        static final Outcome CERTAIN = new Outcome(Verdict.CERTAIN, List.of());

        public Outcome {
            extra = List.copyOf(extra);
        }
    }

    private Administration() {}

    /// Whether these rights make the actor an administrator.
    public static Level level(Actor actor, Rights rights) {
        Level anything = says(actor, rights, Actions.ANY_ACTION, Actions.ANY_RESOURCE);
        Level gives = Level.NO;
        for (Giving each : GIVING) {
            if (anything.compareTo(gives) > 0) {
                gives = gives.or(says(actor, rights, each.action(), actor.iam(each.on() + Actions.ANYTHING)));
            }
        }
        return anything.and(gives);
    }

    private static Level says(Actor actor, Rights rights, String action, String resource) {
        return Ask.level(actor, rights, action, resource, actor.context());
    }

    /// As [#level], with what would have to hold besides.
    public static Verdict of(Actor actor, Rights rights) {
        return switch (level(actor, rights)) {
            case NO -> Verdict.NO;
            case CERTAIN -> Verdict.CERTAIN;
            case POSSIBLE -> asked(actor, rights);
        };
    }

    private static Verdict asked(Actor actor, Rights rights) {
        Verdict gives = Verdict.NO;
        for (Giving each : GIVING) {
            gives = gives.or(Ask.may(actor, rights, each.action(), actor.iam(each.on() + Actions.ANYTHING)));
        }
        return Ask.may(actor, rights, Actions.ANY_ACTION, Actions.ANY_RESOURCE)
                .and(gives)
                .supposed();
    }

    /// Whether these rights make the actor an administrator, if need be by taking off the boundary that holds it.
    public static Outcome after(Actor actor, Rights rights) {
        Verdict straight = of(actor, rights);
        if (straight.isCertain() || rights.boundary().isEmpty()) {
            return straight.isCertain() ? Outcome.CERTAIN : new Outcome(straight, List.of());
        }
        String lift = actor.isRole() ? "iam:DeleteRolePermissionsBoundary" : "iam:DeleteUserPermissionsBoundary";
        Verdict lifted = Ask.may(actor, rights, lift, actor.arn())
                .and(of(actor, rights.unbounded()))
                .supposed();
        return lifted.level().compareTo(straight.level()) > 0
                ? new Outcome(lifted, List.of(lift))
                : new Outcome(straight, List.of());
    }
}
