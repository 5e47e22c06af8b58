package dev.curfew.connector.rate;

import java.util.List;
import java.util.Map;

/// A client that lists what Curfew reads.
///
/// @param environment added to ours; secrets go here
/// @param answering makes of its output what it listed
record Rival(String name, List<String> command, Map<String, String> environment, Answering answering) {

    /// Reads what a client printed, or wrote elsewhere.
    @FunctionalInterface
    interface Answering {
        Listed of(String output);
    }
}
