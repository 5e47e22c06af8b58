package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.SealBook;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.Envelope;
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
    private final ClosureStage closure;
    private final Reliances reliances;
    private final InstantSource clock;

    /// What every drill of a workspace shares.
    public record Ground(
            Custody custody,
            EnvelopeFiles files,
            SealBook book,
            Alerts alerts,
            DrillLimits limits,
            Pausing pausing,
            Reliances reliances,
            InstantSource clock) {}

    public Drill(EmergencyDoor door, Ground ground) {
        this.door = door;
        clock = ground.clock();
        seal = new SealStage(door, ground.custody(), ground.files(), ground.book());
        alert = new AlertStage(ground.alerts(), ground.limits(), ground.pausing());
        end = new EndStage(ground.limits(), ground.pausing(), clock);
        rotation = new RotationStage(door, ground);
        closure = new ClosureStage(door, ground);
        reliances = ground.reliances();
    }

    /// @throws InterruptedException if it was cancelled; the session was ended then, as far as the source answered
    public DrillReport run(DrillOrder order, Progress progress) throws InterruptedException {
        DrillSheet sheet = new DrillSheet(clock, progress);
        try (Reliances.Watch watch = reliances.watch()) {
            Optional<SealStage.Contents> contents = seal.open(order, sheet);
            if (contents.isPresent()) {
                try (Secret credential = contents.get().credential()) {
                    opened(order, contents.get().envelope(), credential, watch, sheet);
                }
            }
        }
        return sheet.report(order);
    }

    private void opened(DrillOrder order, Envelope envelope, Secret credential, Reliances.Watch watch, DrillSheet sheet)
            throws InterruptedException {
        Optional<Entry> entered = activate(door, credential, sheet);
        if (entered.isEmpty()) {
            return;
        }
        try (Entry entry = entered.get()) {
            used(order, entry, watch, sheet);
        }
        Optional<Envelope> next = rotation.run(order, envelope.number(), credential, sheet);
        closure.run(order, envelope, next, sheet);
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

    private void used(DrillOrder order, Entry entry, Reliances.Watch watch, DrillSheet sheet)
            throws InterruptedException {
        try {
            act(order, entry, sheet);
            relied(order, watch, sheet);
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

    /// What the path stands on, besides the source, is down when the path is needed.
    private static void relied(DrillOrder order, Reliances.Watch watch, DrillSheet sheet) {
        Reliance reliance = watch.until(order.path().source());
        sheet.relied(reliance);
        if (sheet.isFine(Stage.ACTION) && !reliance.isNone()) {
            sheet.failed(Stage.ACTION, reliance.words(), MESSAGES.text("action.relied.next"));
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
}
