package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.delegation.Scope;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Has an officer hand their voice to another one for a time, and has either of them end that.
final class VoiceDialogs {
    private static final Messages MESSAGES = Messages.of(VoiceDialogs.class);

    private final Session session;
    private final Signing signing;

    VoiceDialogs(Session session, Signing signing) {
        this.session = session;
        this.signing = signing;
    }

    /// Does something in an officer's name, and shows the officers after.
    @FunctionalInterface
    interface Signing {
        void as(OfficerLogin login, Consumer<OfficerLogin> deed);
    }

    Action handOn(KnownOfficers known) {
        return Action.of(
                        MESSAGES.text("hand-on"),
                        Material2OutlinedMZ.RECORD_VOICE_OVER,
                        () -> ask(known, Objects.requireNonNull(lengthMax(known))))
                .when(new SimpleObjectProperty<>(mayHandOn(known)));
    }

    private Availability mayHandOn(KnownOfficers known) {
        return Availability.unless(!known.state().isFounded(), MESSAGES.text("hand-on.unfounded"))
                .and(Availability.unless(lengthMax(known) == null, MESSAGES.text("hand-on.forbidden")))
                .and(Availability.unless(known.signers().isEmpty(), MESSAGES.text("no-key")));
    }

    private static @Nullable Duration lengthMax(KnownOfficers known) {
        return known.state().terms().duties().delegatedMax();
    }

    private void ask(KnownOfficers known, Duration lengthMax) {
        HandOnForm form = new HandOnForm(
                known.signers(),
                known.state().good().stream().map(Member::officer).toList(),
                lengthMax);
        Action confirm = Action.of(
                        MESSAGES.text("hand-on.confirm"), Material2OutlinedMZ.RECORD_VOICE_OVER, () -> handOn(form))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("hand-on"), MESSAGES.text("hand-on.lead"), form, confirm)
                        .focusing(form.first()));
    }

    private void handOn(HandOnForm form) {
        String to = form.to();
        Scope scope = form.scope();
        Duration length = form.length();
        signing.as(form.login(), login -> session.desk().delegations().hand(login, to, scope, length));
    }

    Action end(KnownOfficers known, Delegation voice) {
        return Action.of(MESSAGES.text("voice.end"), Material2OutlinedAL.CANCEL, () -> ask(known, voice))
                .when(new SimpleObjectProperty<>(Availability.unless(
                        known.parties(voice).isEmpty(), MESSAGES.text("voice.end.key", voice.from(), voice.to()))));
    }

    private void ask(KnownOfficers known, Delegation voice) {
        OfficerFields officer = new OfficerFields(known.parties(voice));
        Action confirm = Action.of(
                        MESSAGES.text("voice.end.confirm"),
                        Material2OutlinedAL.CANCEL,
                        () -> signing.as(
                                officer.take(),
                                login -> session.desk().delegations().withdraw(login, voice.id())))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text("voice.end.title", voice.id()),
                                MESSAGES.text("voice.end.lead", voice.to(), voice.from(), Words.moment(voice.until())),
                                officer,
                                confirm)
                        .dangerously());
    }
}
