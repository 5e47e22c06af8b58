package dev.curfew.app.usecase.breakglass;

import static dev.curfew.app.usecase.breakglass.SamplePath.END;
import static dev.curfew.app.usecase.breakglass.SamplePath.START;
import static dev.curfew.app.usecase.breakglass.SamplePath.drilled;
import static dev.curfew.app.usecase.breakglass.SamplePath.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakGlassCaseTest {
    @Test
    void whatAMachineThatStoppedHasLeftOpenIsOpenUntilADrillPassesThatBeganAfterItsTime() {
        PathUse left = opened(Optional.empty());
        assertThat(open(List.of(), left)).containsExactly(left);
        assertThat(open(List.of(drilled(END.minusSeconds(1), Verdict.PASSED)), left))
                .containsExactly(left);
        assertThat(open(List.of(drilled(END.plusSeconds(1), Verdict.FAILED)), left))
                .containsExactly(left);
        assertThat(open(List.of(drilled(END.plusSeconds(1), Verdict.PASSED)), left))
                .isEmpty();
    }

    @Test
    void whatWasClosedIsNotOpen() {
        assertThat(open(List.of(), opened(Optional.of(START.plusSeconds(60))))).isEmpty();
    }

    @Test
    void whatADrillReplacedIsStillToBeReviewed() {
        PathUse left = opened(Optional.empty());
        List<DrillReport> drills = List.of(drilled(END.plusSeconds(1), Verdict.PASSED));
        assertThat(of(drills, left).awaiting(END.plusSeconds(2))).containsExactly(left);
        assertThat(of(drills, left).awaiting(left.reviewBy().plusSeconds(1))).isEmpty();
        assertThat(of(List.of(), left).awaiting(END.plusSeconds(2))).isEmpty();
    }

    private static List<PathUse> open(List<DrillReport> drills, PathUse use) {
        return of(drills, use).open();
    }

    private static BreakGlassCase of(List<DrillReport> drills, PathUse use) {
        BreakGlassPath path = SamplePath.registered();
        return new BreakGlassCase(
                path,
                SealState.INTACT,
                drills,
                Due.of(path, drills, END),
                Trend.of(drills),
                List.of(use),
                List.of(),
                List.of());
    }
}
