package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Dialogs;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Has the keychain of whoever is logged in keep the passphrase of an officer's key, or forget it.
final class KeychainDialog {
    private static final Messages MESSAGES = Messages.of(KeychainDialog.class);
    private static final String JOB = "keychain";

    private final Dialogs dialogs;
    private final Work work;
    private final Keeper keeper;
    private final Consumer<String> done;
    private final Consumer<Failure> failed;

    /// Where passphrases are kept.
    ///
    /// @param keep the passphrase of the officer's key
    /// @param forget that of the officer of this name
    record Keeper(Consumer<OfficerLogin> keep, Consumer<String> forget) {}

    /// @param done told what was done
    KeychainDialog(Dialogs dialogs, Work work, Keeper keeper, Consumer<String> done, Consumer<Failure> failed) {
        this.dialogs = dialogs;
        this.work = work;
        this.keeper = keeper;
        this.done = done;
        this.failed = failed;
    }

    /// @param there whether there is a keychain here
    Action opening(Officer officer, boolean there) {
        return Action.of(MESSAGES.text("keychain"), Material2OutlinedMZ.VPN_KEY, () -> ask(officer))
                .when(new SimpleObjectProperty<>(Availability.unless(!there, MESSAGES.text("keychain.none"))));
    }

    private void ask(Officer one) {
        OfficerFields officer = new OfficerFields(List.of(one));
        Action keep = Action.of(MESSAGES.text("keychain.keep"), Material2OutlinedMZ.SAVE, () -> keep(officer.take()))
                .when(officer.availability());
        Action forget =
                Action.of(MESSAGES.text("keychain.forget"), Material2OutlinedAL.DELETE, () -> forget(one.name()));
        dialogs.show(Sheet.of(MESSAGES.text("keychain.title"), MESSAGES.text("keychain.lead"), officer, keep)
                .or(forget)
                .focusing(officer.first()));
    }

    private void keep(OfficerLogin login) {
        work.start(
                job(MESSAGES.text("keychain.keeping"), MESSAGES.text("keychain.kept", login.name()), () -> {
                    try (var _ = login.passphrase()) {
                        keeper.keep().accept(login);
                    }
                }),
                login.passphrase()::close);
    }

    private void forget(String name) {
        work.start(job(
                MESSAGES.text("keychain.forgetting"),
                MESSAGES.text("keychain.forgotten", name),
                () -> keeper.forget().accept(name)));
    }

    private Job<String> job(String busy, String said, Runnable deed) {
        return new Job<>(
                JOB,
                busy,
                _ -> {
                    deed.run();
                    return said;
                },
                done,
                failed);
    }
}
