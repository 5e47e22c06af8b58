package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.account.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A way that is open to somebody, at least possibly.
///
/// @param target whose rights it gets; its own where it widens these
/// @param targetName its ARN; somebody else's where nobody read the target
/// @param resource what it is done with; empty: nothing
/// @param extra actions that are needed besides the method's own
public record Step(Verdict verdict, Actor target, String targetName, String resource, List<String> extra) {
    public Step {
        extra = List.copyOf(extra);
        if (verdict.isNo()) {
            throw new IllegalArgumentException("no way to " + targetName);
        }
    }

    static Step to(Verdict verdict, Actor target, String resource, List<String> extra) {
        return new Step(verdict, target, target.arn(), resource, extra);
    }

    /// Empty where it is no way.
    static Optional<Step> maybe(Verdict verdict, Actor target, String resource, List<String> extra) {
        return verdict.isNo() ? Optional.empty() : Optional.of(to(verdict, target, resource, extra));
    }

    Step with(List<String> more) {
        List<String> all = new ArrayList<>(extra);
        all.addAll(more);
        return new Step(verdict, target, targetName, resource, all);
    }
}
