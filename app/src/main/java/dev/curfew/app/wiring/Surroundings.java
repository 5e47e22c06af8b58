package dev.curfew.app.wiring;

import dev.curfew.snapshot.crypto.Argon2Cost;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/// What Curfew runs in. A test brings its own.
///
/// @param host the machine's name, as it calls itself
/// @param warnings takes sentences that a person should see whatever they are doing
/// @param guessing what guessing a passphrase costs in a workspace that is made
public record Surroundings(
        Places places, String host, Clock clock, SecureRandom random, Consumer<String> warnings, Argon2Cost guessing) {
    public Surroundings(Places places, String host, Clock clock, SecureRandom random, Consumer<String> warnings) {
        this(places, host, clock, random, warnings, Argon2Cost.STANDARD);
    }
}
