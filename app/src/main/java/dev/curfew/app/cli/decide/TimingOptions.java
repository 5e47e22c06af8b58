package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.option.DurationText;
import dev.curfew.model.governance.ExceptionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// When a window is to begin, and what ends it early; part of what is signed.
public final class TimingOptions {
    @Option(names = "--start", paramLabel = "TIME", descriptionKey = "request.start")
    private @Nullable Instant start;

    @Option(names = "--idle", paramLabel = "TIME", converter = DurationText.class, descriptionKey = "request.idle")
    private @Nullable Duration idle;

    public Map<String, String> map() {
        Map<String, String> claims = new HashMap<>();
        if (start != null) {
            claims.put(ExceptionRequest.STARTS, start.toString());
        }
        if (idle != null) {
            claims.put(ExceptionRequest.IDLE, idle.toString());
        }
        return claims;
    }
}
