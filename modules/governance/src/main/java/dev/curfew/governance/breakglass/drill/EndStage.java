package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The end of the session: by its source when its time is over, where that is soon; otherwise at once, and measured.
final class EndStage {
    private final DrillLimits limits;
    private final Pausing pausing;
    private final InstantSource clock;

    EndStage(DrillLimits limits, Pausing pausing, InstantSource clock) {
        this.limits = limits;
        this.pausing = pausing;
        this.clock = clock;
    }

    void run(Entry entry, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.END);
        ProbeOutcome before = entry.attempt();
        if (!(before instanceof ProbeOutcome.Accepted)) {
            sheet.failed(Stage.END, MESSAGES.text("end.not-open", before.detail()), MESSAGES.text("end.not-open.next"));
            return;
        }
        Duration left =
                entry.endsAt().map(at -> Duration.between(clock.instant(), at)).orElse(Duration.ofDays(1));
        if (left.compareTo(limits.expiryWaitMax()) <= 0) {
            expire(entry, left, sheet);
        } else {
            revoke(entry, sheet);
        }
    }

    /// Whatever its source would do.
    void endNow(Entry entry, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.END);
        ProbeOutcome before = entry.attempt();
        if (before instanceof ProbeOutcome.Accepted) {
            revoke(entry, sheet);
        } else if (Refusals.saysGone(before)) {
            sheet.passed(Stage.END, Duration.ZERO, MESSAGES.text("end.over", before.detail()));
        } else {
            sheet.failed(Stage.END, MESSAGES.text("end.refused", before.detail()), MESSAGES.text("end.open.next"));
        }
    }

    private void expire(Entry entry, Duration left, DrillSheet sheet) throws InterruptedException {
        if (left.isPositive()) {
            pausing.pause(left);
        }
        Refusals.Seen seen = new Refusals(limits, pausing).await(entry::attempt);
        if (seen.after().isPresent()) {
            sheet.passed(
                    Stage.END,
                    seen.after().get(),
                    MESSAGES.text(
                            "end.expired",
                            limits.confirmations(),
                            millis(seen.after().get())));
            return;
        }
        Instant at = entry.endsAt().orElseThrow();
        ActionOutcome ended = entry.end();
        sheet.failed(
                Stage.END,
                MESSAGES.text("end.not-expired", at.toString(), seen.last().detail()),
                MESSAGES.text(ended.isDone() ? "end.not-expired.next" : "end.open.next"));
    }

    private void revoke(Entry entry, DrillSheet sheet) throws InterruptedException {
        ActionOutcome ended = entry.end();
        if (!ended.isDone()) {
            sheet.failed(Stage.END, MESSAGES.text("end.refused", ended.detail()), MESSAGES.text("end.open.next"));
            return;
        }
        Refusals.Seen seen = new Refusals(limits, pausing).await(entry::attempt);
        seen.after()
                .ifPresentOrElse(
                        after -> sheet.passed(
                                Stage.END, after, MESSAGES.text("end.revoked", limits.confirmations(), millis(after))),
                        () -> sheet.failed(
                                Stage.END,
                                MESSAGES.text(
                                        "end.still-works",
                                        seen.tries(),
                                        seen.last().detail()),
                                MESSAGES.text("end.open.next")));
    }

    static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
