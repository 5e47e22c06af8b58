package dev.curfew.app.console.screen.cases;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;

/// Sheets that ask for nothing but a signature.
///
/// @param words with `.title`, `.lead` and `.confirm` of each key
public record SignedSheets(Dialogs dialogs, Messages words) {

    /// @param signers those who may sign it
    public Sheet of(String key, Ikon icon, List<Officer> signers, Consumer<OfficerLogin> act) {
        OfficerFields officer = new OfficerFields(signers);
        Action confirm = dialogs.closing(words.text(key + ".confirm"), icon, () -> act.accept(officer.take()))
                .when(officer.availability());
        return Sheet.of(words.text(key + ".title"), words.text(key + ".lead"), officer, confirm)
                .focusing(officer.first());
    }
}
