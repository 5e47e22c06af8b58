package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.model.id.EntityId;
import javafx.beans.value.ObservableValue;

/// What can be done about a step.
public interface StepActions {

    /// Shows what it would be with the change.
    void compare(PlannedChange change);

    /// Goes to the plan of a revocation.
    void revoke(EntityId target);

    /// Whether anything can be changed where that is.
    ObservableValue<Availability> mayRevoke(EntityId target);

    /// Shows a document.
    void show(Sheet sheet);

    void copy(String text);
}
