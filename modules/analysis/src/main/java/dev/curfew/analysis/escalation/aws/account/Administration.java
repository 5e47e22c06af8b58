package dev.curfew.analysis.escalation.aws.account;

import java.util.List;

/// Who is an administrator: who may do anything at all, and give rights away.
public final class Administration {
    /// Giving rights. Whoever may do anything but these is a power user; whoever may do one of them needs no other.
    private static final List<Grantings> GRANTINGS = List.of(
            new Grantings("iam:AttachUserPolicy", "user/"),
            new Grantings("iam:AttachRolePolicy", "role/"),
            new Grantings("iam:PutUserPolicy", "user/"),
            new Grantings("iam:PutRolePolicy", "role/"),
            new Grantings("iam:CreatePolicyVersion", "policy/"));

    private record Grantings(String action, String on) {}

    /// @param extra what it uses besides
    public record Outcome(Verdict verdict, List<String> extra) {
        public Outcome {
            extra = List.copyOf(extra);
        }
    }

    private Administration() {}

    /// Whether these rights make the actor an administrator.
    public static Verdict of(Actor actor, Rights rights) {
        Verdict anything = Ask.may(
                actor, rights, Ask.ANYTHING + ":" + Ask.ANYTHING, "arn:aws:" + Ask.ANYTHING + ":::" + Ask.ANYTHING);
        if (anything.isNo()) {
            return anything;
        }
        Verdict gives = Verdict.NO;
        for (Grantings each : GRANTINGS) {
            gives = gives.or(Ask.may(actor, rights, each.action(), actor.iam(each.on() + Ask.ANYTHING)));
            if (gives.isCertain()) {
                break;
            }
        }
        return anything.and(gives).supposed();
    }

    /// Whether these rights make the actor an administrator, if need be by taking off the boundary that holds it.
    public static Outcome after(Actor actor, Rights rights) {
        Verdict straight = of(actor, rights);
        if (straight.isCertain() || !rights.isBounded()) {
            return new Outcome(straight, List.of());
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
