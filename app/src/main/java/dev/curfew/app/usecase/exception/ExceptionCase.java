package dev.curfew.app.usecase.exception;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import java.util.List;
import java.util.Optional;

/// A request with what became of it.
///
/// @param unsettled whether issuing was cut off, so that nobody knows whether the target issued anything
public record ExceptionCase(
        ExceptionRequest request, List<Approval> decisions, Optional<Window> window, boolean unsettled) {
    public ExceptionCase {
        decisions = List.copyOf(decisions);
    }
}
