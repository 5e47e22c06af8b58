package dev.curfew.app.usecase.escalation;

import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.Escalations;
import dev.curfew.app.usecase.estate.Estate;
import java.util.List;

/// Who in the estate could become an administrator.
public final class EscalationQuery {
    private final Estate estate;

    public EscalationQuery(Estate estate) {
        this.estate = estate;
    }

    /// @param environment what exists in the AWS accounts besides what the estate holds
    public List<Escalation> all(Environment environment) {
        return Escalations.of(estate.current(), environment);
    }
}
