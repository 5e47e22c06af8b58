package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.screen.inventory.deed.DeedForm;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.NarrowOrder;
import dev.curfew.revocation.narrowing.Narrowing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Which policy and by how long a record, what narrowing it would do, then exactly that: written, or announced.
public final class NarrowDialog {
    private static final Messages MESSAGES = Messages.of(NarrowDialog.class);
    private static final String JOB = "narrow";
    private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 90);
    private static final int DAYS_USUAL = 14;
    private static final Duration NOTICE = Duration.ofDays(7);

    /// Up to so many paths a wildcard gives way to: more are no policy that somebody reads.
    private static final int PATHS_MAX = 20;

    private final Session session;
    private final Awaited awaited;

    public NarrowDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("title"));
    }

    /// @param policies those that may be meant, one at least
    public void open(List<Policy> policies) {
        ComboBox<Policy> policy = new ComboBox<>();
        policy.setId("narrow-policy");
        policy.setConverter(new Spoken<>(Policy::name));
        policy.getItems().setAll(policies);
        policy.setValue(policies.getFirst());
        ObjectProperty<Integer> days = new SimpleObjectProperty<>(DAYS_USUAL);
        Pills<Integer> since = new Pills<>(DAYS, many -> MESSAGES.text("days", many), days);
        VBox form = new VBox(
                Field.of(MESSAGES.text("policy"), policy, ""),
                Field.of(MESSAGES.text("since"), since, MESSAGES.text("since.hint")));
        form.getStyleClass().add("form");
        Action look = Action.of(MESSAGES.text("look"), Material2OutlinedMZ.SEARCH, () -> {
            Duration back = Duration.ofDays(days.get());
            look(new NarrowOrder(
                    policy.getValue().id().text(), session.pulse().now().get().minus(back), PATHS_MAX));
        });
        Action list = Action.of(
                MESSAGES.text("list"), Material2OutlinedAL.HISTORY, () -> new NarrowingsDialog(session).open());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("title"), MESSAGES.text("lead"), form, look)
                        .or(list));
    }

    private void look(NarrowOrder order) {
        awaited.start(
                MESSAGES.text("looking"),
                progress -> new Proposal(
                        order,
                        session.desk().narrowings().plan(order, progress),
                        session.desk().officers().signers()),
                this::confirm,
                this::failed);
    }

    private void confirm(Proposal proposal) {
        Availability may = DeedForm.may(session, MESSAGES, proposal.signers())
                .and(session.acting().on(proposal.plan().policy().source()))
                .and(Availability.unless(!proposal.isWhole(), NarrowWords.tooShort(proposal)));
        DeedForm form = new DeedForm(MESSAGES, JOB, new PlanView(proposal), proposal.signers(), may);
        Narrowings narrowings = session.desk().narrowings();
        Action write = Action.of(
                        MESSAGES.text("write"),
                        Material2OutlinedAL.CONTENT_CUT,
                        () -> sign("writing", proposal, form, narrowings::apply))
                .when(form.availability());
        Action announce = Action.of(
                        MESSAGES.text("announce", NOTICE.toDays()),
                        Material2OutlinedMZ.SCHEDULE,
                        () -> sign(
                                "announcing",
                                proposal,
                                form,
                                (login, order, reason, shown, progress) ->
                                        narrowings.notice(login, order, reason, shown, NOTICE, progress)))
                .when(form.availability());
        Sheet sheet =
                Sheet.of(MESSAGES.text("confirm.title", proposal.name()), MESSAGES.text("confirm.lead"), form, write);
        session.dialogs().show(sheet.or(announce).dangerously());
    }

    /// What is done with a proposal, exactly as it was shown.
    @FunctionalInterface
    private interface Deed {
        Narrowing with(OfficerLogin login, NarrowOrder order, String reason, Optional<String> shown, Progress progress)
                throws InterruptedException;
    }

    private void sign(String doing, Proposal proposal, DeedForm form, Deed deed) {
        OfficerLogin login = form.login();
        String reason = form.reason();
        Optional<String> shown = Optional.of(proposal.plan().digest());
        awaited.sign(
                MESSAGES.text(doing),
                login,
                progress -> deed.with(login, proposal.order(), reason, shown, progress),
                this::done,
                this::failed,
                new NarrowingsDialog(session)::brokenOff);
    }

    /// With what was done goes the way back.
    private void done(Narrowing narrowing) {
        session.pulse().changed();
        new NarrowingsDialog(session).open();
    }

    private void failed(Failure failure) {
        Action list = Action.of(
                MESSAGES.text("list"), Material2OutlinedAL.HISTORY, () -> new NarrowingsDialog(session).open());
        awaited.failed(MESSAGES.text("failed"), failure, list);
    }
}
