package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.aws.policy.Said;
import dev.curfew.analysis.escalation.catalogue.Launch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Regions in which somebody who may choose one could start something. What is started together is started in one.
final class Regions {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d+");
    private static final int PLACE = 3;
    private static final String IAM = "iam:";

    private Regions() {}

    /// Those between which the policies make a difference; none where they make none, there is but one action, or IAM
    /// is
    /// asked, which is in one region.
    static Set<String> tried(Rights rights, List<Launch> launches, RequestContext context) {
        List<String> actions =
                launches.stream().flatMap(launch -> launch.actions().stream()).toList();
        Samples samples = new Samples();
        boolean asked = false;
        boolean free = rights.isConditional()
                && actions.size() > 1
                && actions.stream().noneMatch(action -> action.startsWith(IAM));
        for (String action : free ? actions : List.<String>of()) {
            for (Statement statement : rights.about(action)) {
                if (Said.unknownKeys(statement, context).contains(Chosen.REGION)) {
                    statement.conditions().forEach(condition -> condition.sample(Chosen.REGION, samples));
                    asked = true;
                }
            }
        }
        Set<String> tried = new LinkedHashSet<>();
        if (asked) {
            samples.values().stream().filter(value -> !value.isEmpty()).forEach(tried::add);
        }
        return tried;
    }

    /// Of the actor's requests in one region.
    static RequestContext in(String region, Actor actor) {
        return actor.context(Map.of(Chosen.REGION, List.of(region)), Set.of());
    }

    /// Whether the resource can be where the request is made, as far as both are said.
    static boolean mayHold(String resource, RequestContext context) {
        String[] parts = resource.split(":", PLACE + 2);
        List<String> chosen = context.of(Chosen.REGION);
        return chosen.isEmpty()
                || parts.length <= PLACE
                || !REGION.matcher(parts[PLACE]).matches()
                || chosen.contains(parts[PLACE]);
    }
}
