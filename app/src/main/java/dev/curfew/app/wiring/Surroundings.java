package dev.curfew.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/// What Curfew runs in. A test brings its own.
///
/// @param host the machine's name, as it calls itself
/// @param warnings takes sentences that a person should see whatever they are doing
public record Surroundings(Places places, String host, Clock clock, SecureRandom random, Consumer<String> warnings) {}
