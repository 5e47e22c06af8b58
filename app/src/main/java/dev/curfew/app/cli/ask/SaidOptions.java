package dev.curfew.app.cli.ask;

import dev.curfew.app.cli.option.DurationText;
import dev.curfew.model.governance.ExceptionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a request says besides how long and why: when its window is to begin, what ends it early, and what a requester
/// claims. All of it is signed.
public final class SaidOptions {
    @Option(names = "--start", paramLabel = "TIME", descriptionKey = "request.start")
    private @Nullable Instant start;

    @Option(names = "--idle", paramLabel = "TIME", converter = DurationText.class, descriptionKey = "request.idle")
    private @Nullable Duration idle;

    @Mixin
    private final ClaimOptions claims = new ClaimOptions();

    public Map<String, String> map() {
        Map<String, String> all = new HashMap<>(claims.map());
        if (start != null) {
            all.put(ExceptionRequest.STARTS, start.toString());
        }
        if (idle != null) {
            all.put(ExceptionRequest.IDLE, idle.toString());
        }
        return all;
    }
}
