package dev.curfew.analysis.finding;

import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.util.List;
import java.util.Locale;

/// The rule over one scope: what was not read.
final class CoverageRules {
    private CoverageRules() {}

    static List<Finding> look(Coverage scope) {
        if (scope.provesAbsence()) {
            return List.of();
        }
        Severity severity = scope.state() == CoverageState.SKIPPED ? Severity.LOW : Severity.MEDIUM;
        return List.of(new Finding(
                Rule.BLIND_SPOT,
                scope.state().name().toLowerCase(Locale.ROOT),
                severity,
                scope.source(),
                null,
                List.of(scope.source().value(), scope.scope(), scope.detail()),
                List.of(),
                Standards.of(Rule.BLIND_SPOT)));
    }
}
