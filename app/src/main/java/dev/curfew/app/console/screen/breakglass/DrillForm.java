package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.screen.breakglass.form.HolderFields;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.model.governance.Officer;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// Who signs for the drill, and who opens the envelope.
final class DrillForm extends VBox {
    private final OfficerFields officer;
    private final HolderFields holders;

    DrillForm(BreakGlassPath path, List<Officer> signers) {
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        holders = HolderFields.of(path);
        getChildren().addAll(officer, holders);
    }

    ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = officer.availability();
        ObservableValue<Availability> opened = holders.availability();
        return Bindings.createObjectBinding(() -> signed.getValue().and(opened.getValue()), signed, opened);
    }

    /// As `OfficerFields.take`.
    OfficerLogin officer() {
        return officer.take();
    }

    /// As `HolderFields.take`.
    List<OfficerLogin> holders() {
        return holders.take();
    }
}
