package dev.curfew.revocation.proof;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a row of tries proves. Pure: the same tries give the same proof.
///
/// A refusal counts only if its class says that the credential is gone, and only if the same call was accepted before.
/// An acceptance always counts.
public final class Judge {
    /// One refusal may be a stray replica, two the same one; three in a row are taken for the answer.
    public static final int CONFIRMATIONS = 3;

    private static final Messages MESSAGES = Messages.of(Judge.class);

    private Judge() {}

    /// @param acceptedBefore whether a try before the act was accepted
    /// @param actedAt when the target acted
    /// @param since the tries since the act, in order
    /// @param now for a proof without tries
    public static Proof judge(boolean acceptedBefore, Instant actedAt, List<ProbeOutcome> since, Instant now) {
        if (since.isEmpty()) {
            return new Proof.Indeterminate(now, MESSAGES.text("not-tried"));
        }
        ProbeOutcome last = since.getLast();
        int accepted = (int) since.stream().filter(Judge::isAccepted).count();
        return switch (last) {
            case ProbeOutcome.Accepted _ -> new Proof.StillWorks(last.at(), accepted, since.size());
            case ProbeOutcome.Indeterminate(Instant at, String detail) ->
                new Proof.Indeterminate(at, MESSAGES.text("no-answer", detail));
            case ProbeOutcome.Refused(Instant at, RefusalClass refusal, String detail) ->
                refusal == RefusalClass.INVALID_CREDENTIAL
                        ? refused(acceptedBefore || accepted > 0, actedAt, since)
                        : new Proof.Indeterminate(at, MESSAGES.text("other." + refusal.name(), detail));
        };
    }

    private static Proof refused(boolean everAccepted, Instant actedAt, List<ProbeOutcome> since) {
        Instant at = since.getLast().at();
        if (closingRefusals(since) < CONFIRMATIONS) {
            return new Proof.Indeterminate(at, MESSAGES.text("too-few", closingRefusals(since), CONFIRMATIONS));
        }
        if (!everAccepted) {
            return new Proof.Indeterminate(at, MESSAGES.text("never-accepted"));
        }
        List<ProbeOutcome> end = sinceLastAccepted(since);
        int refused = (int) end.stream().filter(Judge::saysGone).count();
        if (end.size() == since.size()) {
            return new Proof.Proved(at, refused, end.size());
        }
        Instant first =
                end.stream().filter(Judge::saysGone).findFirst().orElseThrow().at();
        return new Proof.ProvedAfter(at, refused, end.size(), Duration.between(actedAt, first));
    }

    private static List<ProbeOutcome> sinceLastAccepted(List<ProbeOutcome> tries) {
        int from = tries.size();
        while (from > 0 && !isAccepted(tries.get(from - 1))) {
            from--;
        }
        return tries.subList(from, tries.size());
    }

    /// How many tries in a row, up to the last, said that it is gone.
    public static int closingRefusals(List<ProbeOutcome> tries) {
        int run = 0;
        while (run < tries.size() && saysGone(tries.get(tries.size() - 1 - run))) {
            run++;
        }
        return run;
    }

    /// Whether it was refused because the credential is not valid any more; a refusal for another reason says nothing.
    public static boolean saysGone(ProbeOutcome outcome) {
        return outcome instanceof ProbeOutcome.Refused refused && refused.refusal() == RefusalClass.INVALID_CREDENTIAL;
    }

    private static boolean isAccepted(ProbeOutcome outcome) {
        return outcome instanceof ProbeOutcome.Accepted;
    }
}
