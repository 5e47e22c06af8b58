package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Break-glass paths, a line each: how they stand, and how their drills went.
final class PathListing {
    private static final Messages MESSAGES = Messages.of(PathListing.class);

    static final Listing<BreakGlassCase> LISTING = new Listing<>(
            "curfew.break-glass/1",
            List.of(
                    Column.whole(MESSAGES.text("path"), one -> one.path().name()),
                    Column.of(MESSAGES.text("drill"), PathListing::due),
                    Column.of(MESSAGES.text("envelope"), one -> one.seal().words()),
                    Column.of(MESSAGES.text("drills"), PathListing::trend),
                    Column.of(MESSAGES.text("apart"), PathListing::apart),
                    Column.of(
                            MESSAGES.text("account"),
                            one -> one.path().source() + ":" + one.path().account()),
                    Column.of(MESSAGES.text("holders"), PathListing::holders)),
            PathListing::json,
            MESSAGES.text("paths.none"));

    private PathListing() {}

    private static String due(BreakGlassCase one) {
        return MESSAGES.text(
                "due." + one.due().state(), ModelWords.time(one.due().at()));
    }

    private static String trend(BreakGlassCase one) {
        String counted =
                MESSAGES.text("trend", one.trend().passed(), one.trend().drills());
        String usually = one.trend()
                .usual()
                .map(usual -> MESSAGES.text("trend.usual", counted, String.valueOf(usual.toMillis())))
                .orElse(counted);
        return one.trend()
                .slower()
                .map(newest -> MESSAGES.text("trend.slower", usually, String.valueOf(newest.toMillis())))
                .orElse(usually);
    }

    private static String apart(BreakGlassCase one) {
        return one.shared().isEmpty()
                ? MESSAGES.text("apart.yes")
                : MESSAGES.text("apart.no", one.shared().size());
    }

    private static String holders(BreakGlassCase one) {
        List<String> names =
                one.path().holders().stream().map(holder -> holder.officer()).toList();
        return MESSAGES.text("holders.of", one.path().threshold(), String.join(", ", names));
    }

    private static Map<String, @Nullable Object> json(BreakGlassCase one) {
        return new Fields()
                .put("name", one.path().name())
                .put("source", one.path().source().value())
                .put("account", one.path().account())
                .put("canary", one.path().canary())
                .put("threshold", one.path().threshold())
                .put(
                        "holders",
                        one.path().holders().stream()
                                .map(holder -> holder.officer())
                                .toList())
                .put("envelope", one.seal().name())
                .put("due", one.due().state().name())
                .put("dueAt", one.due().at())
                .put("drills", one.trend().drills())
                .put("passed", one.trend().passed())
                .put("activationMillis", millis(one.trend().activations()))
                .put("notApart", one.shared())
                .put("doubts", one.doubts())
                .put("last", one.last().map(DrillReport::id).orElse(null))
                .map();
    }

    private static List<Long> millis(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).toList();
    }
}
