package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One request on its way to an answer.
public final class Decision {
    private static final DecidingStatement[] NONE = {};

    private final AwsRequest request;
    private final Reading reading;
    private final Access access;

    public Decision(AwsRequest request, AwsPolicies policies) {
        this.request = request;
        this.reading = new Reading(request, policies);
        this.access = new Access(request, policies);
    }

    /// What is not known of the request matters only between what is given for sure and what is given at most.
    public Evaluation evaluation() {
        List<Said> said = reading.said();
        if (reading.isDenied()) {
            return explicitlyDenied(said);
        }
        if (!access.allows(reading.possible())) {
            return Layers.implicitlyDenied(access.missing(reading.possible()));
        }
        if (access.allows(reading.certain()) && !mayDeny(said)) {
            return new Evaluation.Allowed(allowing(said, access.ways(reading.certain())));
        }
        return new Completions(request, access, reading).evaluation();
    }

    private static boolean mayDeny(List<Said> said) {
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).denies()) {
                return true;
            }
        }
        return false;
    }

    /// The statements of the ways that lead there, whatever is not known.
    private static List<DecidingStatement> allowing(List<Said> said, int ways) {
        DecidingStatement[] by = new DecidingStatement[said.size()];
        int count = 0;
        for (int i = 0; i < by.length; i++) {
            Said each = said.get(i);
            if (each.certain() && (each.gives() & ways) != 0) {
                by[count++] = each.statement().decides();
            }
        }
        return list(by, count);
    }

    private static List<DecidingStatement> list(DecidingStatement[] by, int count) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(by[0]);
            case 2 -> List.of(by[0], by[1]);
            default -> List.of(Arrays.copyOf(by, count));
        };
    }

    private static Evaluation explicitlyDenied(List<Said> said) {
        List<DecidingStatement> by = new ArrayList<>(said.size());
        int layers = 0;
        for (int i = 0; i < said.size(); i++) {
            Said each = said.get(i);
            if (each.denies() && each.certain()) {
                by.add(each.statement().decides());
                layers |= LayerBit.of(each.layer());
            }
        }
        return new Evaluation.ExplicitlyDenied(List.of(by.toArray(NONE)), Layers.set(layers));
    }
}
