package dev.curfew.app.console.screen.exceptions.files;

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
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.exception.ApprovalFiles;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.PlanFiles;
import dev.curfew.governance.exchange.Shown;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Asks an officer elsewhere, answers whoever asks from elsewhere, and takes answers back; by files.
public final class ApprovalFileDialogs {

    private static final Messages MESSAGES = Messages.of(ApprovalFileDialogs.class);
    /// How the files of all machines end, whatever language they speak.
    private static final String QUESTION = ".curfew-question";

    private static final String ANSWER = ".curfew-answer";
    private static final String READING = "approval-file";

    private final Session session;
    private final Cases<ExceptionCase, ?> cases;

    public ApprovalFileDialogs(Session session, Cases<ExceptionCase, ?> cases) {
        this.session = session;
        this.cases = cases;
    }

    private ApprovalFiles desk() {
        return session.desk().approvalFiles();
    }

    /// Puts the selected request to an officer on another machine.
    public void ask() {
        cases.selected().get().map(cases::id).ifPresent(request -> {
            OfficerFields officer = new OfficerFields(cases.signers());
            Action confirm = saving(
                            "ask",
                            Material2OutlinedMZ.SEND,
                            request + QUESTION,
                            officer,
                            login -> desk().ask(login, request))
                    .when(officer.availability());
            session.dialogs()
                    .show(Sheet.of(MESSAGES.text("ask.title", request), MESSAGES.text("ask.lead"), officer, confirm));
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
    private Runnable read(Path file) {
        String content = HandedFile.read(file, SignedFile.BYTES_MAX);
        if (PlanFiles.asks(content) || PlanFiles.answers(content)) {
            throw new Refused(MESSAGES.text("open.plan"));
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
        String request = shown.question().request().id();
        Action confirm = saving(
                        "sign",
                        Material2OutlinedAL.CHECK,
                        request + ANSWER,
                        officer,
                        login -> desk().approve(login, shown))
                .when(cases.maySign().isAvailable() ? officer.availability() : cases.following(cases::maySign));
        session.dialogs()
                .show(Sheet.of(
                        MESSAGES.text("sign.title", shown.question().sender().officer()),
                        MESSAGES.text("sign.lead"),
                        form,
                        confirm));
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
    private Action saving(
            String key, Ikon icon, String name, OfficerFields officer, Function<OfficerLogin, String> sign) {
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
                            _ -> Handed.signed(to, () -> sign.apply(login)),
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
