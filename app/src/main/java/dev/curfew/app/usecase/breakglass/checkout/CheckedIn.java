package dev.curfew.app.usecase.breakglass.checkout;

import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.use.PathUse;
import java.util.List;
import java.util.Optional;

/// What a checking in came to.
///
/// @param stages in order
public record CheckedIn(PathUse use, List<StageResult> stages) {
    public CheckedIn {
        stages = List.copyOf(stages);
    }

    /// The first stage that did not go; empty if the path is closed whole.
    public Optional<StageResult> broke() {
        return stages.stream().filter(stage -> !stage.isFine()).findFirst();
    }
}
