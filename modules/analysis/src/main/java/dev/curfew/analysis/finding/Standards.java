package dev.curfew.analysis.finding;

import java.util.List;

/// The standards' current ids that a rule answers to.
///
/// @param nhi OWASP Non-Human Identities Top 10 2025
/// @param agentic OWASP Top 10 for Agentic Applications 2026
/// @param csf NIST CSF 2.0
/// @param controls NIST SP 800-53 r5
public record Standards(List<String> nhi, List<String> agentic, List<String> csf, List<String> controls) {

    public Standards {
        nhi = List.copyOf(nhi);
        agentic = List.copyOf(agentic);
        csf = List.copyOf(csf);
        controls = List.copyOf(controls);
    }
}
