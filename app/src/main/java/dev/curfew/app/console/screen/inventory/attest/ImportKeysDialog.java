package dev.curfew.app.console.screen.inventory.attest;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.HandedFile;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.attestation.Introduction;
import dev.curfew.governance.attestation.Introduction.Aside;
import dev.curfew.governance.attestation.Introduction.Introduced;
import dev.curfew.governance.attestation.OwnerKey;
import dev.curfew.governance.ssh.AllowedSigner;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Vouches for exactly the owners' keys of an `allowed_signers` file that it has shown, all or none.
public final class ImportKeysDialog {
    private static final Messages MESSAGES = Messages.of(ImportKeysDialog.class);
    private static final String JOB = "owner-keys";

    /// More nobody compares in a window.
    private static final int KEYS_MAX = 200;

    private final Session session;

    public ImportKeysDialog(Session session) {
        this.session = session;
    }

    /// What the form is about.
    ///
    /// @param signers officers whose keys are on this machine
    private record Named(Introduction introduction, List<Officer> signers) {}

    public void open() {
        session.files().toOpen(MESSAGES.text("import.open")).ifPresent(this::read);
    }

    private void read(Path file) {
        awaited()
                .start(
                        MESSAGES.text("import.reading", file.getFileName()),
                        _ -> new Named(
                                session.desk()
                                        .attestations()
                                        .introduced(HandedFile.read(file, AllowedSigner.BYTES_MAX)),
                                session.desk().officers().signers()),
                        named -> show(file, named),
                        this::failed);
    }

    private void show(Path file, Named named) {
        List<Introduced> keys = named.introduction().keys();
        OfficerFields officer = new OfficerFields(named.signers());
        VBox form = new VBox(waiting(keys));
        form.setId("owner-keys");
        form.getStyleClass().add("form");
        if (!named.introduction().aside().isEmpty()) {
            form.getChildren().add(aside(named.introduction().aside()));
        }
        String title = MESSAGES.text("import.title", file.getFileName());
        if (keys.isEmpty()) {
            session.dialogs().show(Sheet.showing(title, MESSAGES.text("import.nobody"), form));
            return;
        }
        form.getChildren().add(officer);
        Action vouch = Action.of(
                        MESSAGES.text("import.confirm", keys.size()),
                        Material2OutlinedMZ.VERIFIED_USER,
                        () -> vouch(keys, officer.take()))
                .when(may(named, officer));
        session.dialogs().show(Sheet.of(title, MESSAGES.text("import.lead"), form, vouch));
    }

    private static ObservableValue<Availability> may(Named named, OfficerFields officer) {
        Availability first = Availability.unless(
                        named.introduction().keys().size() > KEYS_MAX, MESSAGES.text("import.many", KEYS_MAX))
                .and(Availability.unless(named.signers().isEmpty(), MESSAGES.text("import.officer.first")));
        return officer.availability().map(first::and);
    }

    private static Section waiting(List<Introduced> keys) {
        Facts facts = new Facts();
        keys.stream().limit(KEYS_MAX).forEach(one -> facts.add(one.owner(), words(one.key())));
        return new Section(MESSAGES.text("import.waiting", keys.size()), facts);
    }

    private static Section aside(List<Aside> aside) {
        Facts facts = new Facts();
        aside.stream()
                .limit(KEYS_MAX)
                .forEach(one -> facts.add(MESSAGES.text("import.line", one.line(), one.owner()), one.why()));
        return new Section(MESSAGES.text("import.aside", aside.size()), facts);
    }

    private static String words(SshKey key) {
        return key.type() + " " + key.fingerprint();
    }

    private void vouch(List<Introduced> keys, OfficerLogin login) {
        awaited()
                .sign(
                        MESSAGES.text("import.working"),
                        login,
                        _ -> session.desk().attestations().bind(login, keys),
                        this::vouched,
                        this::failed,
                        () -> {});
    }

    private void vouched(List<OwnerKey> keys) {
        session.pulse().changed();
        Facts facts = new Facts();
        keys.forEach(one -> facts.add(one.owner(), words(one.key())));
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("import.vouched", keys.size()), MESSAGES.text("import.vouched.next"), facts));
    }

    private Awaited awaited() {
        return new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("import"));
    }

    private void failed(Failure failure) {
        Action again =
                session.dialogs().closing(MESSAGES.text("answer.again"), Material2OutlinedAL.FOLDER_OPEN, this::open);
        awaited().failed(MESSAGES.text("import.failed"), failure, again);
    }
}
