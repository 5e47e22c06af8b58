package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.SealBook;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.model.breakglass.Alerts;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.InstantSource;
import java.util.Optional;

/// Drills a break-glass path for real, against its canary alone. Whatever a stage comes to, what was opened is closed
/// again.
public final class Drill {
    private final EmergencyDoor door;
    private final SealStage seal;
    private final AlertStage alert;
    private final EndStage end;
    private final RotationStage rotation;
    private final InstantSource clock;

    /// What every drill of a workspace shares.
    public record Ground(
            Custody custody,
            EnvelopeFiles files,
            SealBook book,
            Alerts alerts,
            DrillLimits limits,
            Pausing pausing,
            InstantSource clock) {}

    public Drill(EmergencyDoor door, Ground ground) {
        this.door = door;
        clock = ground.clock();
        seal = new SealStage(door, ground.custody(), ground.files(), ground.book());
        alert = new AlertStage(ground.alerts(), ground.limits(), ground.pausing());
        end = new EndStage(ground.limits(), ground.pausing(), clock);
        rotation = new RotationStage(door, ground);
    }

    /// @throws InterruptedException if it was cancelled; the session was ended then, as far as the source answered
    public DrillReport run(DrillOrder order, Progress progress) throws InterruptedException {
        DrillSheet sheet = new DrillSheet(clock, progress);
        Optional<SealStage.Contents> contents = seal.open(order, sheet);
        if (contents.isPresent()) {
            try (Secret credential = contents.get().credential()) {
                opened(order, new SealStage.Contents(contents.get().number(), credential), sheet);
            }
        }
        return sheet.report(order);
    }

    private void opened(DrillOrder order, SealStage.Contents contents, DrillSheet sheet) throws InterruptedException {
        Optional<Entry> entered = activate(door, contents.credential(), sheet);
        if (entered.isEmpty()) {
            return;
        }
        try (Entry entry = entered.get()) {
            used(order, entry, sheet);
        }
        Optional<Integer> number = rotation.run(order, contents, sheet);
        close(number, sheet);
    }

    static Optional<Entry> activate(EmergencyDoor door, Secret credential, DrillSheet sheet)
            throws InterruptedException {
        sheet.begin(Stage.ACTIVATION);
        try {
            Entry entry = door.enter(credential);
            sheet.passed(
                    Stage.ACTIVATION,
                    sheet.sinceStart(),
                    entry.endsAt()
                            .map(at -> MESSAGES.text("activation.until", at.toString()))
                            .orElseGet(() -> MESSAGES.text("activation.endless")));
            return Optional.of(entry);
        } catch (SourceException e) {
            String key = e.kind() == SourceException.Kind.REFUSED ? "activation.refused" : "activation.silent";
            sheet.failed(
                    Stage.ACTIVATION, MESSAGES.text(key, String.valueOf(e.getMessage())), MESSAGES.text(key + ".next"));
            return Optional.empty();
        }
    }

    private void used(DrillOrder order, Entry entry, DrillSheet sheet) throws InterruptedException {
        try {
            act(order, entry, sheet);
            alert.run(order, sheet);
            end.run(entry, sheet);
        } finally {
            if (!sheet.isFine(Stage.END)) {
                endAtAnyRate(entry);
            }
        }
    }

    private static void act(DrillOrder order, Entry entry, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.ACTION);
        try {
            String did = entry.use(order.path().canary(), order.id());
            sheet.passed(Stage.ACTION, sheet.sinceStart(), did);
        } catch (SourceException e) {
            sheet.failed(Stage.ACTION, String.valueOf(e.getMessage()), MESSAGES.text("action.next"));
        }
    }

    /// Also if this thread was asked to stop: nobody will use the session.
    static void endAtAnyRate(Entry entry) {
        boolean interrupted = Thread.interrupted();
        try {
            ActionOutcome _ = entry.end();
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void close(Optional<Integer> number, DrillSheet sheet) {
        sheet.begin(Stage.CLOSURE);
        if (number.isEmpty()) {
            sheet.failed(Stage.CLOSURE, MESSAGES.text("closure.unsealed"), MESSAGES.text("closure.unsealed.next"));
        } else if (!sheet.isFine(Stage.END)) {
            sheet.failed(
                    Stage.CLOSURE,
                    MESSAGES.text("closure.open", String.valueOf(number.get())),
                    MESSAGES.text("closure.open.next"));
        } else {
            sheet.passed(
                    Stage.CLOSURE, sheet.sinceStart(), MESSAGES.text("closure.done", String.valueOf(number.get())));
        }
    }
}
