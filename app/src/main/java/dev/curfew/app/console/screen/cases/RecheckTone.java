package dev.curfew.app.console.screen.cases;

import dev.curfew.app.console.component.state.Tone;
import dev.curfew.governance.approval.Checked;

/// How what an officer's own machine found is shown.
public final class RecheckTone {
    private RecheckTone() {}

    public static Tone of(Checked checked) {
        return switch (checked.recheck()) {
            case SAME -> Tone.GOOD;
            case CHANGED -> Tone.CARE;
            case NOT_CHECKED -> Tone.UNKNOWN;
        };
    }
}
