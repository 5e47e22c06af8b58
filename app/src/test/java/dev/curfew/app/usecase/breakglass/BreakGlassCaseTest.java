package dev.curfew.app.usecase.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakGlassCaseTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant END = START.plus(Duration.ofMinutes(30));

    @Test
    void whatAMachineThatStoppedHasLeftOpenIsOpenUntilADrillPassesThatBeganAfterItsTime() {
        PathUse left = use(Optional.empty());
        assertThat(open(List.of(), left)).containsExactly(left);
        assertThat(open(List.of(drill(END.minusSeconds(1), Verdict.PASSED)), left))
                .containsExactly(left);
        assertThat(open(List.of(drill(END.plusSeconds(1), Verdict.FAILED)), left))
                .containsExactly(left);
        assertThat(open(List.of(drill(END.plusSeconds(1), Verdict.PASSED)), left))
                .isEmpty();
    }

    @Test
    void whatWasClosedIsNotOpen() {
        assertThat(open(List.of(), use(Optional.of(START.plusSeconds(60))))).isEmpty();
    }

    @Test
    void whatADrillReplacedIsStillToBeReviewed() {
        PathUse left = use(Optional.empty());
        List<DrillReport> drills = List.of(drill(END.plusSeconds(1), Verdict.PASSED));
        assertThat(of(drills, left).awaiting(END.plusSeconds(2))).containsExactly(left);
        assertThat(of(drills, left).awaiting(left.reviewBy().plusSeconds(1))).isEmpty();
        assertThat(of(List.of(), left).awaiting(END.plusSeconds(2))).isEmpty();
    }

    private static List<PathUse> open(List<DrillReport> drills, PathUse use) {
        return of(drills, use).open();
    }

    private static BreakGlassCase of(List<DrillReport> drills, PathUse use) {
        BreakGlassPath path = new BreakGlassPath(
                "bao-emergency",
                new SourceName("bao"),
                "user/userpass/emergency",
                "secret/data/canary",
                List.of(new Holder("ada", "a key")),
                1,
                Duration.ofDays(30),
                Duration.ofDays(1),
                null,
                "ada",
                START);
        return new BreakGlassCase(
                path, SealState.INTACT, drills, Due.of(path, drills, END), Trend.of(drills), List.of(use), List.of());
    }

    private static PathUse use(Optional<Instant> closed) {
        return new PathUse(
                "u-1",
                "bao-emergency",
                "ada",
                "login is down",
                List.of("ada"),
                Optional.empty(),
                START,
                START.plus(Duration.ofDays(1)),
                Optional.of(END),
                PathUse.Told.NOTHING,
                closed,
                Optional.empty());
    }

    private static DrillReport drill(Instant at, Verdict verdict) {
        return new DrillReport(
                "d-1",
                "bao-emergency",
                "bao",
                "user/userpass/emergency",
                "secret/data/canary",
                "ada",
                "desk-1",
                List.of("ada"),
                at,
                at.plusSeconds(5),
                Stream.of(Stage.values())
                        .map(stage -> new StageResult(stage, verdict, at, Duration.ZERO, "as it went", ""))
                        .toList(),
                Optional.empty());
    }
}
