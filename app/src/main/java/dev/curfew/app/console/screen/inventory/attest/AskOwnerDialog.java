package dev.curfew.app.console.screen.inventory.attest;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Handed;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.Attesting;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Writes the file that asks an owner, once an officer has signed that it is asked.
public final class AskOwnerDialog {
    private static final Messages MESSAGES = Messages.of(AskOwnerDialog.class);
    private static final String JOB = "ask-owner";
    private static final List<Integer> DAYS = List.of(7, 14, 30);
    private static final int DAYS_USUAL = 14;

    /// More are in the file.
    private static final int NAMED_MAX = 6;

    private final Session session;

    public AskOwnerDialog(Session session) {
        this.session = session;
    }

    /// What the form is about.
    ///
    /// @param signers officers whose keys are on this machine
    private record Asking(Attesting.Order order, List<SshKey> keys, List<Officer> signers) {}

    /// What is signed.
    ///
    /// @param key that is vouched for with it; empty where one is known
    private record Order(Attesting.Order asked, Duration within, Optional<SshKey> key) {}

    /// @param owner as tags name them
    public void open(String owner) {
        awaited(owner)
                .start(
                        MESSAGES.text("reading"),
                        _ -> asking(owner),
                        asking -> form(owner, asking),
                        failure -> failed(owner, failure));
    }

    private Asking asking(String owner) {
        Desk desk = session.desk();
        return new Asking(
                desk.attestations().order(owner, List.of()),
                desk.attestations().keysOf(owner),
                desk.officers().signers());
    }

    private void form(String owner, Asking asking) {
        ObjectProperty<Integer> days = new SimpleObjectProperty<>(DAYS_USUAL);
        OfficerFields officer = new OfficerFields(asking.signers());
        Pills<Integer> within = new Pills<>(DAYS, many -> MESSAGES.text("days", many), days);
        OwnerKeyField key = new OwnerKeyField();
        VBox form = new VBox(facts(asking));
        form.getStyleClass().add("form");
        if (asking.keys().isEmpty()) {
            form.getChildren().add(key);
        }
        form.getChildren().addAll(Field.of(MESSAGES.text("within"), within, ""), officer);
        Action confirm = Action.of(
                        MESSAGES.text("confirm"),
                        Material2OutlinedMZ.SEND,
                        () -> session.files()
                                .toSave(MESSAGES.text("save"), MESSAGES.text("file"))
                                .ifPresent(to -> {
                                    OfficerLogin login = officer.take();
                                    Order order =
                                            new Order(asking.order(), Duration.ofDays(days.get()), newKey(asking, key));
                                    ask(order, login, to);
                                }))
                .when(may(asking, key, officer));
        session.dialogs().show(Sheet.of(MESSAGES.text("title", owner), MESSAGES.text("lead"), form, confirm));
    }

    private static Optional<SshKey> newKey(Asking asking, OwnerKeyField key) {
        return asking.keys().isEmpty() ? key.key() : Optional.empty();
    }

    private static ObservableValue<Availability> may(Asking asking, OwnerKeyField key, OfficerFields officer) {
        Availability first = Availability.unless(asking.signers().isEmpty(), MESSAGES.text("officer.first"));
        ObservableValue<Availability> signed = officer.availability();
        ObservableValue<Availability> known = key.availability();
        return asking.keys().isEmpty()
                ? known.flatMap(there -> signed.map(ready -> first.and(there).and(ready)))
                : signed.map(first::and);
    }

    private static Facts facts(Asking asking) {
        List<Identity> identities = asking.order().identities();
        String names = identities.stream().limit(NAMED_MAX).map(Identity::name).collect(Collectors.joining(", "));
        int more = Math.max(0, identities.size() - NAMED_MAX);
        String keys = asking.keys().stream()
                .map(key -> key.type() + " " + key.fingerprint())
                .collect(Collectors.joining("\n"));
        return new Facts()
                .add(MESSAGES.text("about"), MESSAGES.text("about.names", identities.size(), names, more))
                .add(MESSAGES.text("keys"), keys);
    }

    /// Where to is asked first: what cannot be handed over is not entered.
    private void ask(Order order, OfficerLogin login, Path to) {
        String owner = order.asked().owner();
        awaited(owner)
                .sign(
                        MESSAGES.text("working"),
                        login,
                        _ -> Handed.signed(to, () -> sign(order, login)),
                        this::saved,
                        failure -> failed(owner, failure),
                        () -> {});
    }

    private String sign(Order order, OfficerLogin login) {
        OwnerAttestations desk = session.desk().attestations();
        order.key().ifPresent(key -> desk.bind(login, order.asked().owner(), key));
        return desk.ask(login, order.asked(), order.within()).text();
    }

    private void saved(Handed handed) {
        session.pulse().changed();
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("saved.title"),
                        "",
                        handed.words(MESSAGES.text("saved.next", AnswerDesk.NAMESPACE), session.copying())));
    }

    private Awaited awaited(String owner) {
        return new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("title", owner));
    }

    private void failed(String owner, Failure failure) {
        Action again = Action.of(MESSAGES.text("again"), Material2OutlinedMZ.RECORD_VOICE_OVER, () -> open(owner));
        awaited(owner).failed(MESSAGES.text("failed"), failure, again);
    }
}
