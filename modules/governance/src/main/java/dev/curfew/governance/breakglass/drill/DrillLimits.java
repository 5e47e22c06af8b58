package dev.curfew.governance.breakglass.drill;

import java.time.Duration;

/// How patient a drill is.
///
/// @param pause between two tries, and two questions
/// @param expiryWaitMax a session that its source ends within this is waited for; another one is ended
/// @param refusalWaitMax how long after its end a session or an old credential may go on before it is said to
/// @param confirmations refusals in a row that count as refused
public record DrillLimits(Duration pause, Duration expiryWaitMax, Duration refusalWaitMax, int confirmations) {
    /// A person waits before the screen for about a minute; a provider's cache was seen to let go after ten seconds.
    public static final DrillLimits DEFAULT =
            new DrillLimits(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofSeconds(30), 3);
}
