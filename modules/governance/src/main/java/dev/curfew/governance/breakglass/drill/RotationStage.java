package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.SealBook;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.InstantSource;
import java.util.Optional;

/// Replaces the credential, for whoever opened the envelope may have seen it. The new one is sealed, and its envelope
/// read back and opened, before the source is told of it.
final class RotationStage {
    private final EmergencyDoor door;
    private final Custody custody;
    private final EnvelopeFiles files;
    private final SealBook book;
    private final DrillLimits limits;
    private final Pausing pausing;
    private final InstantSource clock;

    RotationStage(EmergencyDoor door, Drill.Ground ground) {
        this.door = door;
        custody = ground.custody();
        files = ground.files();
        book = ground.book();
        limits = ground.limits();
        pausing = ground.pausing();
        clock = ground.clock();
    }

    /// @param number of the envelope before
    /// @return the envelope that now holds the credential; empty if it was not replaced
    Optional<Envelope> run(DrillOrder order, int number, Secret old, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.ROTATION);
        try (Secret fresh = door.fresh(old)) {
            Envelope next = sealed(order, number + 1, fresh);
            ActionOutcome outcome = replaced(old, fresh);
            if (!isIn(fresh, outcome)) {
                notReplaced(order, outcome, sheet);
                return Optional.empty();
            }
            files.promote(order.path().name());
            book.enterSealed(next, order.officer());
            proved(old, sheet);
            return Optional.of(next);
        } catch (SourceException e) {
            files.dropNext(order.path().name());
            fail(sheet, "rotation.refused", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Envelope sealed(DrillOrder order, int number, Secret fresh) {
        BreakGlassPath path = order.path();
        Envelope next = custody.seal(
                new Custody.Order(
                        path.name(), number, clock.instant(), path.threshold(), order.label(), path.holders()),
                fresh);
        files.writeNext(next);
        book.enterSealing(next, order.officer());
        return next;
    }

    private ActionOutcome replaced(Secret old, Secret fresh) throws InterruptedException {
        try (Entry entry = door.enter(old)) {
            ActionOutcome outcome = entry.replace(fresh);
            entry.end();
            return outcome;
        }
    }

    /// What did not answer may have done it: then the source is asked which credential it takes.
    private boolean isIn(Secret fresh, ActionOutcome outcome) throws InterruptedException {
        return !(outcome instanceof ActionOutcome.Refused) && door.attempt(fresh) instanceof ProbeOutcome.Accepted;
    }

    private void notReplaced(DrillOrder order, ActionOutcome outcome, DrillSheet sheet) {
        if (outcome instanceof ActionOutcome.Refused) {
            files.dropNext(order.path().name());
            fail(sheet, "rotation.refused", outcome.detail());
        } else {
            // Both envelopes stay: the next opening asks the source which of the two is good.
            fail(sheet, "rotation.unclear", outcome.detail());
        }
    }

    private void proved(Secret old, DrillSheet sheet) throws InterruptedException {
        Refusals.Seen seen = new Refusals(limits, pausing).await(() -> door.attempt(old));
        seen.after()
                .ifPresentOrElse(
                        after -> sheet.passed(
                                Stage.ROTATION,
                                after,
                                MESSAGES.text("rotation.done", limits.confirmations(), EndStage.millis(after))),
                        () -> fail(sheet, "rotation.old-works", seen.last().detail()));
    }

    private static void fail(DrillSheet sheet, String key, Object... arguments) {
        sheet.failed(Stage.ROTATION, MESSAGES.text(key, arguments), MESSAGES.text(key + ".next"));
    }
}
