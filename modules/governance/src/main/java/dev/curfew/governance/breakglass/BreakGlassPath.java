package dev.curfew.governance.breakglass;

import dev.curfew.governance.custody.Holder;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A registered way in for an emergency. Its name is safe as a file's.
///
/// @param account as the door of its kind names it: `user/userpass/emergency`
/// @param canary the one place that drills may touch
/// @param threshold so many of the holders open its envelope together
/// @param every how long after a drill the next is due
/// @param reviewWithin how long after it was opened its use has to be reviewed
/// @param alert null where nothing is told of its use
public record BreakGlassPath(
        String name,
        SourceName source,
        String account,
        String canary,
        List<Holder> holders,
        int threshold,
        Duration every,
        Duration reviewWithin,
        @Nullable AlertPlan alert,
        String registeredBy,
        Instant registeredAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public BreakGlassPath {
        holders = List.copyOf(holders);
        if (!isName(name)) {
            throw new IllegalArgumentException("not a break-glass path's name: " + name);
        }
        if (threshold < 1 || threshold > holders.size()) {
            throw new IllegalArgumentException("no " + threshold + " of " + holders.size() + " holders");
        }
        if (holders.stream().map(Holder::officer).distinct().count() != holders.size()) {
            throw new IllegalArgumentException("nobody holds two shares");
        }
        if (!every.isPositive() || !reviewWithin.isPositive()) {
            throw new IllegalArgumentException("drills and reviews have some time");
        }
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
