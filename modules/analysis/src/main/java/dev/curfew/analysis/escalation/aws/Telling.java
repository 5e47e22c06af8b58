package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.way.Step;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import dev.curfew.analysis.escalation.catalogue.Words;
import java.util.List;
import java.util.stream.Stream;

/// Says a step in the catalogue's words.
final class Telling {
    private Telling() {}

    static Escalation of(Actor actor, Method<Way> method, Step step) {
        Words words = method.words().about(actor.arn(), step.targetName(), step.resource());
        return new Escalation(
                actor.identity().id(),
                method.id(),
                Stream.concat(method.permissions().stream(), step.extra().stream())
                        .distinct()
                        .toList(),
                step.verdict().isCertain() ? Certainty.CERTAIN : Certainty.POSSIBLE,
                words.sentence(),
                step.targetName(),
                List.copyOf(step.verdict().statements()),
                List.copyOf(step.verdict().needs()),
                words.cutBy());
    }
}
