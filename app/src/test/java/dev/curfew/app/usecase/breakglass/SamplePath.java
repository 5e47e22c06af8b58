package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A path as ada registers it, opens it, and drills it.
public final class SamplePath {
    public static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    /// When what is opened was meant to end.
    public static final Instant END = START.plus(Duration.ofMinutes(30));

    public static final Duration EVERY = Duration.ofDays(30);
    public static final Duration REVIEW = Duration.ofDays(1);
    public static final IdentityId ACCOUNT = IdentityId.of("bao", "user/userpass/emergency");

    private static final String NAME = "bao-emergency";
    private static final String CANARY = "secret/data/canary";

    private SamplePath() {}

    public static BreakGlassPath registered() {
        return new BreakGlassPath(
                NAME,
                new SourceName("bao"),
                ACCOUNT.nativeId(),
                CANARY,
                List.of(new Holder("ada", "a key")),
                1,
                EVERY,
                REVIEW,
                null,
                "ada",
                START);
    }

    public static PathUse opened(Optional<Instant> closed) {
        return new PathUse(
                "u-1",
                NAME,
                "ada",
                "login is down",
                List.of("ada"),
                Optional.empty(),
                START,
                START.plus(REVIEW),
                Optional.of(END),
                PathUse.Told.NOTHING,
                PathUse.Said.NOTHING,
                closed,
                Optional.empty());
    }

    /// @param verdict of each stage
    public static DrillReport drilled(Instant at, Verdict verdict) {
        return new DrillReport(
                "d-1",
                NAME,
                "bao",
                ACCOUNT.nativeId(),
                CANARY,
                "ada",
                "desk-1",
                List.of("ada"),
                at,
                at,
                Stream.of(Stage.values())
                        .map(stage -> new StageResult(stage, verdict, at, Duration.ZERO, "as it went", ""))
                        .toList(),
                Optional.empty());
    }
}
