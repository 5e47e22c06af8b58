package dev.curfew.analysis.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The standards' current ids that a rule answers to.
///
/// @param nhi OWASP Non-Human Identities Top 10 2025
/// @param agentic OWASP Top 10 for Agentic Applications 2026
/// @param csf NIST CSF 2.0
/// @param controls NIST SP 800-53 r5
public record Standards(List<String> nhi, List<String> agentic, List<String> csf, List<String> controls) {
    private static final int COLUMNS = 4;

    public Standards {
        nhi = List.copyOf(nhi);
        agentic = List.copyOf(agentic);
        csf = List.copyOf(csf);
        controls = List.copyOf(controls);
    }

    /// As `standards.properties` beside this class says.
    public static Standards of(Rule rule) {
        String[] columns = ResourceBundle.getBundle(Standards.class.getPackageName() + ".standards", Locale.ROOT)
                .getString(rule.code())
                .split("\\|", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("standards of " + rule.code() + " have not " + COLUMNS + " columns");
        }
        return new Standards(ids(columns[0]), ids(columns[1]), ids(columns[2]), ids(columns[3]));
    }

    private static List<String> ids(String column) {
        return Arrays.stream(column.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
