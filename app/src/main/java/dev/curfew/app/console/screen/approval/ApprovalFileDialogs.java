package dev.curfew.app.console.screen.approval;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Handed;
import dev.curfew.app.console.component.dialog.HandedFile;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.exception.ApprovalFiles;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.governance.exchange.Sender;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.exchange.PlanShown;
import dev.curfew.revocation.exchange.PlanTaken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks an officer elsewhere, answers whoever asks from elsewhere, and takes answers back; by files.
///
/// @param <C> what is asked about here; whatever comes from elsewhere is opened
public final class ApprovalFileDialogs<C> {

    private static final Messages MESSAGES = Messages.of(ApprovalFileDialogs.class);
    /// How the files of all machines end, whatever language they speak.
    private static final String QUESTION = ".curfew-question";

    private static final String ANSWER = ".curfew-answer";
    private static final String READING = "approval-file";

    private final Session session;
    private final Cases<C, ?> cases;
    private final Asking asking;

    /// Writes the question about a case, by its id.
    @FunctionalInterface
    public interface Asking {
        String ask(OfficerLogin login, String id) throws InterruptedException;
    }

    /// Signs, and makes what goes into the file.
    @FunctionalInterface
    private interface Signing {
        String sign(OfficerLogin login) throws InterruptedException;
    }

    public ApprovalFileDialogs(Session session, Cases<C, ?> cases, Asking asking) {
        this.session = session;
        this.cases = cases;
        this.asking = asking;
    }

    private ApprovalFiles desk() {
        return session.desk().approvalFiles();
    }

    private PlanFiles plans() {
        return session.desk().planFiles();
    }

    /// Puts the selected case to an officer on another machine.
    public void ask() {
        cases.selected().get().map(cases::id).ifPresent(id -> {
            OfficerFields officer = new OfficerFields(cases.signers());
            Action confirm = saving(
                            "ask", Material2OutlinedMZ.SEND, id + QUESTION, officer, login -> asking.ask(login, id))
                    .when(officer.availability());
            session.dialogs()
                    .show(Sheet.of(MESSAGES.text("ask.title", id), MESSAGES.text("ask.lead"), officer, confirm));
        });
    }

    /// Opens whatever came from another machine.
    public void open() {
        session.files().toOpen(MESSAGES.text("open.title")).ifPresent(this::open);
    }

    public void open(Path file) {
        session.work()
                .start(new Job<>(
                        READING,
                        MESSAGES.text("open.reading", file.getFileName()),
                        _ -> read(file),
                        Runnable::run,
                        this::failed));
    }

    /// @return shows what came of it, in the foreground
    private Runnable read(Path file) throws InterruptedException {
        String content = HandedFile.read(file, SignedFile.BYTES_MAX);
        if (PlanFiles.asks(content)) {
            PlanShown shown = plans().look(content);
            return () -> question(shown);
        }
        if (PlanFiles.answers(content)) {
            PlanTaken taken = plans().take(content);
            return () -> taken(taken.receipt());
        }
        if (desk().isQuestion(content)) {
            Shown shown = desk().look(content);
            return () -> question(shown);
        }
        Receipt taken = desk().take(content);
        return () -> taken(taken);
    }

    private void failed(Failure failure) {
        Action again =
                session.dialogs().closing(MESSAGES.text("open.again"), Material2OutlinedAL.FOLDER_OPEN, this::open);
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("open.title"),
                        "",
                        Placeholder.failed(MESSAGES.text("open.failed"), failure.sentence(), again)));
    }

    private void question(Shown shown) {
        OfficerFields officer = new OfficerFields(cases.signers());
        VBox form = new VBox(new QuestionView(shown), officer);
        form.getStyleClass().add("form");
        answer(
                shown.question().request().id(),
                shown.question().sender(),
                MESSAGES.text("sign.lead"),
                form,
                officer,
                login -> desk().approve(login, shown));
    }

    private void question(PlanShown shown) {
        OfficerFields officer = new OfficerFields(cases.signers());
        answer(
                shown.question().plan().id(),
                shown.question().sender(),
                MESSAGES.text("sign.plan.lead"),
                new PlanQuestionView(shown, session.copying(), officer),
                officer,
                login -> plans().approve(login, shown));
    }

    private void answer(String id, Sender sender, String lead, Node form, OfficerFields officer, Signing sign) {
        Action confirm = saving("sign", Material2OutlinedAL.CHECK, id + ANSWER, officer, sign)
                .when(cases.maySign().isAvailable() ? officer.availability() : cases.following(cases::maySign));
        session.dialogs().show(Sheet.of(MESSAGES.text("sign.title", sender.officer()), lead, form, confirm));
    }

    private void taken(Receipt receipt) {
        session.pulse().changed();
        Facts facts = new Facts()
                .add(MESSAGES.text("taken.officer"), receipt.officer())
                .add(MESSAGES.text("taken.at"), Words.moment(receipt.at()))
                .add(MESSAGES.text("taken.entry"), "#" + receipt.ledgerIndex());
        session.dialogs().show(Sheet.showing(MESSAGES.text("taken.title"), MESSAGES.text("taken.lead"), facts));
    }

    /// Where to is asked first: what cannot be written is not signed.
    private Action saving(String key, Ikon icon, String name, OfficerFields officer, Signing sign) {
        return Action.of(
                MESSAGES.text(key + ".confirm"),
                icon,
                () -> session.files().toSave(MESSAGES.text(key + ".save"), name).ifPresent(to -> {
                    OfficerLogin login = officer.take();
                    session.dialogs().close();
                    cases.act(
                            MESSAGES.text(key + ".working"),
                            login,
                            List.of(),
                            _ -> Handed.signed(to, () -> sign.sign(login)),
                            handed -> saved(key, handed));
                }));
    }

    private void saved(String key, Handed handed) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text(key + ".saved"),
                        "",
                        handed.words(MESSAGES.text(key + ".next"), session.copying())));
    }

    /// Whether something could be a file of this kind; it is only looked at when it is opened.
    public static boolean isCalledLikeOne(Path file) {
        return Optional.ofNullable(file.getFileName())
                .map(Path::toString)
                .filter(name -> name.endsWith(QUESTION) || name.endsWith(ANSWER))
                .isPresent();
    }
}
