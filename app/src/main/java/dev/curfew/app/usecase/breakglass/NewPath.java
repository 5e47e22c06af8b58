package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A break-glass path that is to be registered; as in `BreakGlassPath`.
public record NewPath(
        String name,
        SourceName source,
        String canary,
        int threshold,
        Duration every,
        Duration reviewWithin,
        @Nullable AlertPlan alert) {}
