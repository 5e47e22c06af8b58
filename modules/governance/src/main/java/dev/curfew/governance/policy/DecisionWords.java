package dev.curfew.governance.policy;

import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// A decision as a person reads it.
public final class DecisionWords {
    private static final Messages MESSAGES = Messages.of(DecisionWords.class);

    private DecisionWords() {}

    /// One sentence, with the policies that decided.
    public static String of(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Allowed allowed -> MESSAGES.text("allowed", join(allowed.by()));
            case PolicyDecision.NeedsSignatures needs ->
                MESSAGES.text(
                        "needs",
                        needs.missing().stream().map(DecisionWords::of).collect(Collectors.joining(", ")),
                        join(needs.by()));
            case PolicyDecision.Refused refused ->
                switch (refused.why()) {
                    case FORBIDDEN -> MESSAGES.text("forbidden", join(refused.by()));
                    case NOT_PERMITTED -> MESSAGES.text("not-permitted");
                    case NOT_DECIDABLE -> MESSAGES.text("not-decidable", String.join("; ", refused.faults()));
                };
        };
    }

    /// The same, with what stands against approvals besides.
    public static String of(PolicyDecision decision, List<String> against) {
        return against.isEmpty() ? of(decision) : MESSAGES.text("objected", of(decision), String.join("; ", against));
    }

    private static String of(Requirement requirement) {
        String who = requirement.role().equals(Requirement.OFFICER)
                ? MESSAGES.text("officers", requirement.count())
                : MESSAGES.text("of-role", requirement.count(), requirement.role());
        Duration within = requirement.signedInWithin();
        return within == null ? who : MESSAGES.text("signed-in", who, Spans.words(within));
    }

    private static String join(List<String> ids) {
        return String.join(", ", ids);
    }
}
