package dev.curfew.governance.breakglass.drill;

import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;

/// Seals a credential that was known before: it is replaced at once, so that what was known is worth nothing, and only
/// what nobody ever saw is sealed.
public final class FirstSealing {
    private final RotationStage rotation;
    private final Drill.Ground ground;

    public FirstSealing(EmergencyDoor door, Drill.Ground ground) {
        this.ground = ground;
        rotation = new RotationStage(door, ground);
    }

    /// @param number of the envelope before; 0 if there was none
    /// @param credential neither kept nor closed here
    /// @return what came of the replacing
    public StageResult seal(DrillOrder order, int number, Secret credential) throws InterruptedException {
        DrillSheet sheet = new DrillSheet(ground.clock(), Progress.SILENT);
        rotation.run(order, number, credential, sheet);
        return sheet.report(order).stage(Stage.ROTATION);
    }
}
