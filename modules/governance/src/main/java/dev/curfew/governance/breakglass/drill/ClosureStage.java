package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.Opening;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import java.util.Optional;

/// Whether nothing is left open, and what was sealed anew is good: the file opens again with the shares that opened the
/// one before, what is in it lets in, and the old shares do not open it. That what they open is refused is proven by
/// [RotationStage].
final class ClosureStage {
    private final EmergencyDoor door;
    private final Custody custody;
    private final EnvelopeFiles files;

    ClosureStage(EmergencyDoor door, Drill.Ground ground) {
        this.door = door;
        custody = ground.custody();
        files = ground.files();
    }

    /// @param old that was opened
    /// @param next that was sealed; empty if nothing was
    void run(DrillOrder order, Envelope old, Optional<Envelope> next, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.CLOSURE);
        if (next.isEmpty()) {
            fail(sheet, "closure.unsealed");
        } else if (!sheet.isFine(Stage.END)) {
            fail(sheet, "closure.open", number(next.get()));
        } else {
            reopen(order, old, next.get(), sheet);
        }
    }

    private void reopen(DrillOrder order, Envelope old, Envelope next, DrillSheet sheet) throws InterruptedException {
        try {
            Optional<Envelope> read = files.current(next.path());
            if (read.filter(it -> it.hash().equals(next.hash())).isEmpty()) {
                fail(sheet, "closure.not-opened", number(next), MESSAGES.text("closure.other"));
                return;
            }
            switch (custody.open(read.get(), order.keys())) {
                case Opening.Opened(Secret credential, var _) -> {
                    try (credential) {
                        tried(order, old, next, door.attempt(credential), sheet);
                    }
                }
                case Opening.TooFew(int shares, int threshold, var _) ->
                    fail(
                            sheet,
                            "closure.not-opened",
                            number(next),
                            MESSAGES.text("closure.too-few", shares, threshold));
                case Opening.Broken _ ->
                    fail(sheet, "closure.not-opened", number(next), MESSAGES.text("closure.broken"));
            }
        } catch (CustodyException e) {
            fail(sheet, "closure.not-opened", number(next), String.valueOf(e.getMessage()));
        } catch (SourceException e) {
            fail(sheet, "closure.shut-out", number(next), String.valueOf(e.getMessage()));
        }
    }

    private void tried(DrillOrder order, Envelope old, Envelope next, ProbeOutcome outcome, DrillSheet sheet) {
        if (!(outcome instanceof ProbeOutcome.Accepted)) {
            fail(sheet, "closure.shut-out", number(next), outcome.detail());
        } else if (custody.opensByOthers(next, old, order.keys())) {
            fail(sheet, "closure.old-shares", number(next));
        } else {
            sheet.passed(
                    Stage.CLOSURE,
                    sheet.sinceStart(),
                    MESSAGES.text(
                            "closure.done",
                            number(next),
                            String.join(", ", order.openedBy()),
                            outcome.detail(),
                            number(old)));
        }
    }

    private static String number(Envelope envelope) {
        return String.valueOf(envelope.number());
    }

    private static void fail(DrillSheet sheet, String key, Object... arguments) {
        sheet.failed(Stage.CLOSURE, MESSAGES.text(key, arguments), MESSAGES.text(key + ".next"));
    }
}
