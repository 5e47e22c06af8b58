package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.aws.condition.Chosen;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.Said;
import dev.curfew.analysis.escalation.catalogue.Launch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Regions in which somebody who may choose one could start something. What is done together is done in one.
final class Regions {
    /// None in particular: whoever makes a request chooses it for that request alone.
    static final String ANY = "";

    private static final String STAR = "*";
    private static final String IAM = "iam:";

    private final Actor actor;
    private final Samples samples = new Samples();
    private boolean byResource;
    private boolean byCondition;

    private Regions(Actor actor) {
        this.actor = actor;
    }

    /// Those between which the policies make a difference, by conditions or by what they are about, and one that none
    /// names; any where they make none, or IAM is asked, which is in one region.
    static Set<String> tried(Actor actor, List<Launch> launches) {
        List<String> actions =
                launches.stream().flatMap(launch -> launch.actions().stream()).toList();
        if (actions.stream().anyMatch(action -> action.startsWith(IAM))) {
            return Set.of(ANY);
        }
        Regions regions = new Regions(actor);
        for (String action : actions) {
            actor.rights().about(action).forEach(regions::look);
        }
        // for one request the evaluator itself chooses the region that conditions let it
        return regions.byResource || (regions.byCondition && actions.size() > 1) ? regions.all() : Set.of(ANY);
    }

    private void look(Statement statement) {
        if (statement.hasConditions()
                && Said.unknownKeys(statement, actor.context()).contains(Chosen.REGION)) {
            statement.conditions().forEach(condition -> condition.sample(Chosen.REGION, samples));
            byCondition = true;
        }
        List<TextPattern> resources = statement.resources();
        if (resources != null) {
            resources.forEach(this::look);
        }
    }

    private void look(TextPattern resource) {
        String region = Arn.region(resource.marked());
        if (!region.isEmpty() && !region.equals(String.valueOf(Glob.STAR))) {
            samples.addPattern(region);
            byResource = true;
        }
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>(samples.values());
        all.remove(ANY);
        return all;
    }

    /// The pattern, as far as what it stands for is in the region.
    static String in(String region, String pattern) {
        return region.equals(ANY) || !Arn.region(pattern).equals(STAR) ? pattern : Arn.in(region, pattern);
    }

    /// What the resource stands for in the region, if it is about it; with `*` for its wildcards.
    static String example(String region, TextPattern resource) {
        String marked = resource.marked();
        if (region.equals(ANY) || !Glob.ofMarked(Arn.region(marked)).matches(region)) {
            return resource.example(STAR);
        }
        return Arn.in(region, marked).replace(String.valueOf(Glob.STAR), STAR).replace(Glob.ANY, 'x');
    }

    /// Of the actor's requests in one region.
    static RequestContext context(String region, Actor actor) {
        return region.equals(ANY) ? actor.context() : actor.context(Map.of(Chosen.REGION, List.of(region)));
    }
}
