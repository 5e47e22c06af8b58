package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.breakglass.Wrapped;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A break-glass path opened in earnest, and closed again: the session is ended, the credential replaced and sealed
/// anew. Nobody waits for anybody's approval, and for no receiver of alerts: that it was told, or could not be, is in
/// the report.
public final class EmergencyUse implements AutoCloseable {
    private final Drill.Ground ground;
    private final EmergencyDoor door;
    private final DrillOrder order;
    private final DrillSheet sheet;
    private final Entry entry;

    private SealStage.Contents contents;
    private boolean replacedBefore;

    private EmergencyUse(
            Drill.Ground ground,
            EmergencyDoor door,
            DrillOrder order,
            DrillSheet sheet,
            SealStage.Contents contents,
            Entry entry) {
        this.ground = ground;
        this.door = door;
        this.order = order;
        this.sheet = sheet;
        this.contents = contents;
        this.entry = entry;
    }

    /// What came of opening: the use, or the stage that did not go.
    ///
    /// @param use empty if it did not open
    /// @param why empty if it opened
    public record Opening(Optional<EmergencyUse> use, Optional<StageResult> why) {}

    /// @param reason told to the receiver of alerts
    public static Opening open(
            EmergencyDoor door, Drill.Ground ground, DrillOrder order, String reason, Progress progress)
            throws InterruptedException {
        DrillSheet sheet = new DrillSheet(ground.clock(), progress);
        Optional<SealStage.Contents> contents = opened(door, ground, order, sheet);
        if (contents.isEmpty()) {
            return new Opening(Optional.empty(), Optional.of(sheet.report(order).stage(Stage.SEAL)));
        }
        Optional<Entry> entry = Optional.empty();
        boolean handed = false;
        try {
            entry = Drill.activate(door, contents.get().credential(), sheet);
            if (entry.isEmpty()) {
                return new Opening(
                        Optional.empty(), Optional.of(sheet.report(order).stage(Stage.ACTIVATION)));
            }
            new AlertStage(ground.alerts(), ground.limits(), ground.pausing()).tell(order, reason, sheet);
            EmergencyUse use = new EmergencyUse(ground, door, order, sheet, contents.get(), entry.get());
            handed = true;
            return new Opening(Optional.of(use), Optional.empty());
        } finally {
            if (!handed) {
                // Nobody will use the session.
                entry.ifPresent(open -> {
                    Drill.endAtAnyRate(open);
                    open.close();
                });
                contents.get().credential().close();
            }
        }
    }

    /// The variables in which programs look for the session; the caller closes what is returned.
    public Map<String, Secret> variables() {
        return entry.variables();
    }

    /// The session in a wrapping of its source's; empty where that has none.
    public Optional<Wrapped> wrap(Duration time) throws InterruptedException {
        return entry.wrap(time);
    }

    /// When the source itself ends the session; empty where it does not.
    public Optional<Instant> endsAt() {
        return entry.endsAt();
    }

    /// What became of telling the receiver of alerts.
    public PathUse.Told told() {
        StageResult alert = sheet.result(Stage.ALERT).orElseThrow();
        return new PathUse.Told(alert.verdict() == Verdict.PASSED, alert.sentence());
    }

    public DrillOrder order() {
        return order;
    }

    /// Ends the session, replaces the credential, seals the new one. What was cut off goes on where it is begun again.
    ///
    /// @return the stages that there were, in order
    /// @throws InterruptedException if it was cancelled; the session was ended then, as far as the source answered
    public List<StageResult> finish(Progress progress) throws InterruptedException {
        sheet.tell(progress);
        try {
            new EndStage(ground.limits(), ground.pausing(), ground.clock()).endNow(entry, sheet);
        } finally {
            if (!sheet.isFine(Stage.END)) {
                Drill.endAtAnyRate(entry);
            }
        }
        if (!replacedBefore || isReopened()) {
            replace();
        }
        return sheet.report(order).stages().stream()
                .filter(stage -> stage.stage() != Stage.ACTION)
                .toList();
    }

    private void replace() throws InterruptedException {
        replacedBefore = true;
        Optional<Envelope> next =
                new RotationStage(door, ground).run(order, contents.envelope().number(), contents.credential(), sheet);
        new ClosureStage(door, ground).run(order, contents.envelope(), next, sheet);
    }

    /// What was opened first may be replaced by now. Where that was cut off, the source says which of two envelopes is
    /// good.
    private boolean isReopened() throws InterruptedException {
        Optional<SealStage.Contents> good = opened(door, ground, order, sheet);
        good.ifPresent(it -> {
            contents.credential().close();
            contents = it;
        });
        return good.isPresent();
    }

    private static Optional<SealStage.Contents> opened(
            EmergencyDoor door, Drill.Ground ground, DrillOrder order, DrillSheet sheet) throws InterruptedException {
        return new SealStage(door, ground.custody(), ground.files(), ground.book()).open(order, sheet);
    }

    @Override
    public void close() {
        entry.close();
        contents.credential().close();
    }

    /// Words for a path that did not open.
    public static String words(StageResult why) {
        return MESSAGES.text("use.closed", why.sentence(), why.next());
    }
}
