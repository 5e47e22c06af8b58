package dev.curfew.app.growth;

import java.util.Locale;

/// What one step took at one size.
///
/// @param wallMillis elapsed; on a busy machine it tells of the others too
/// @param processorMillis of the whole process, its collector and compiler among it
record Cost(int identities, String step, double wallMillis, double processorMillis) {
    private static final String MARK = "cost";

    /// A line that [#read] takes again.
    String line() {
        return String.format(
                Locale.ROOT, "%s\t%d\t%s\t%.3f\t%.3f", MARK, identities, step, wallMillis, processorMillis);
    }

    static boolean isLine(String line) {
        return line.startsWith(MARK + "\t");
    }

    static Cost read(String line) {
        String[] parts = line.split("\t", -1);
        return new Cost(
                Integer.parseInt(parts[1]), parts[2], Double.parseDouble(parts[3]), Double.parseDouble(parts[4]));
    }
}
