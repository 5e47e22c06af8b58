package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Ask;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import dev.curfew.analysis.escalation.aws.policy.Actions;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether actions are allowed on something whose name is free: the actor chooses one that its policies allow.
final class Launching {
    /// Names tried for one launch. Policies name few; with more, some combination could be missed, and is not reported.
    private static final int NAMES_MAX = 256;

    private Launching() {}

    /// All launches have to be allowed in one and the same region.
    static Verdict all(Actor actor, List<Launch> launches) {
        return all(actor, launches, Regions.tried(actor, launches));
    }

    /// @param regions any of them
    static Verdict all(Actor actor, List<Launch> launches, Set<String> regions) {
        Verdict best = Verdict.NO;
        for (String region : regions) {
            best = best.or(all(actor, launches, region));
            if (best.isCertain()) {
                break;
            }
        }
        return best;
    }

    static Verdict all(Actor actor, List<Launch> launches, String region) {
        RequestContext context = Regions.context(region, actor);
        Verdict all = Verdict.CERTAIN;
        for (Launch launch : launches) {
            all = all.and(may(actor, launch, region, context));
            if (all.isNo()) {
                break;
            }
        }
        return all;
    }

    private static Verdict may(Actor actor, Launch launch, String region, RequestContext context) {
        Verdict best = Verdict.NO;
        for (String on : launch.on()) {
            best = best.or(some(actor, launch.actions(), Regions.in(region, actor.local(on)), context));
            if (best.isCertain()) {
                break;
            }
        }
        return best;
    }

    /// Whether all actions are allowed on one thing of the pattern, in IAM, which is in one region.
    static Verdict some(Actor actor, List<String> actions, String pattern) {
        return some(actor, actions, pattern, actor.context());
    }

    private static Verdict some(Actor actor, List<String> actions, String pattern, RequestContext context) {
        if (pattern.equals("*")) {
            return on(actor, actions, pattern, context);
        }
        Verdict best = on(actor, actions, name(pattern), context);
        if (best.isCertain()) {
            return best;
        }
        for (String each : narrowed(actor.rights(), actions, pattern)) {
            best = best.or(on(actor, actions, name(each), context));
            if (best.isCertain()) {
                break;
            }
        }
        return best;
    }

    /// Whether everything is allowed on what is there, and the launches where it is.
    static Verdict on(Actor actor, Target target, List<Launch> launches, String arn) {
        return all(actor, launches, Arn.region(arn)).and(on(actor, target.actions(), arn));
    }

    static Verdict on(Actor actor, List<String> actions, String resource) {
        return on(actor, actions, resource, actor.context());
    }

    private static Verdict on(Actor actor, List<String> actions, String resource, RequestContext context) {
        Verdict all = Verdict.CERTAIN;
        for (String action : actions) {
            all = all.and(Ask.may(actor, actor.rights(), action, resource, context));
            if (all.isNo()) {
                break;
            }
        }
        return all;
    }

    /// A name that a pattern stands for.
    static String name(String pattern) {
        return pattern.replace("*", Actions.ANYTHING);
    }

    /// What is done to something of the target's kind, whichever it is, besides the launches.
    static List<Launch> with(List<Launch> launches, Target target) {
        List<Launch> all = new ArrayList<>(launches);
        all.add(new Launch(List.of(target.pattern()), target.actions()));
        return all;
    }

    /// The pattern met with those that the policies allow the actions on, or do not deny them on, in any choice; the
    /// pattern first. What is open on any name is open on one of these.
    static Set<String> narrowed(Rights rights, List<String> actions, String pattern) {
        Set<String> met = new LinkedHashSet<>();
        met.add(pattern);
        for (String each : named(rights, actions, Arn.region(pattern))) {
            for (String before : List.copyOf(met)) {
                GlobMeeting.of(before, each).filter(_ -> met.size() < NAMES_MAX).ifPresent(met::add);
            }
        }
        return met;
    }

    private static Set<String> named(Rights rights, List<String> actions, String region) {
        Set<String> patterns = new LinkedHashSet<>();
        for (String action : actions) {
            for (Statement statement : rights.about(action)) {
                List<TextPattern> resources = statement.resources();
                // a denial of everything but these leaves these
                if (resources != null && statement.notResources() != statement.allows()) {
                    resources.forEach(resource -> patterns.add(Regions.example(region, resource)));
                }
            }
        }
        return patterns;
    }
}
