package dev.curfew.governance.breakglass.report;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The evidence of one drill. No secret is in it.
///
/// @param id unique: it was the mark at the canary, and the alert's id
/// @param account whose, as in [BreakGlassPath]
/// @param openedBy the holders whose shares opened the envelope
/// @param stages all, in their order
/// @param reliance what was asked up to the first useful action; empty where it did not come so far, or nobody looked
public record DrillReport(
        String id,
        String path,
        String source,
        String account,
        String canary,
        String officer,
        String host,
        List<String> openedBy,
        Instant startedAt,
        Instant endedAt,
        List<StageResult> stages,
        Optional<Reliance> reliance) {

    public DrillReport {
        openedBy = List.copyOf(openedBy);
        stages = List.copyOf(stages);
        if (!stages.stream().map(StageResult::stage).toList().equals(Arrays.asList(Stage.values()))) {
            throw new IllegalArgumentException("a drill has every stage, in order");
        }
    }

    public StageResult stage(Stage stage) {
        return stages.stream().filter(one -> one.stage() == stage).findFirst().orElseThrow();
    }

    /// Every stage went as it should; one that the path does not have counts as failed, for nobody would notice.
    public boolean passed() {
        return stages.stream().allMatch(StageResult::isFine);
    }

    /// The first stage that did not go.
    public Optional<StageResult> broke() {
        return stages.stream()
                .filter(stage -> stage.verdict() == Verdict.FAILED)
                .findFirst()
                .or(() -> stages.stream().filter(stage -> !stage.isFine()).findFirst());
    }

    /// What a stage measured; empty where it did not go.
    public Optional<Duration> measured(Stage stage) {
        return Optional.of(stage(stage)).filter(StageResult::isFine).map(StageResult::took);
    }
}
