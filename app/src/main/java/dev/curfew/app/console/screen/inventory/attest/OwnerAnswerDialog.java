package dev.curfew.app.console.screen.inventory.attest;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.HandedFile;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Takes the file that an owner answered in, and the signature beside it.
public final class OwnerAnswerDialog {
    private static final Messages MESSAGES = Messages.of(OwnerAnswerDialog.class);
    private static final String JOB = "owner-answer";

    private static final String SIGNATURE = SshSignature.FILE_ENDING;

    private final Session session;

    public OwnerAnswerDialog(Session session) {
        this.session = session;
    }

    public void open() {
        session.files().toOpen(MESSAGES.text("answer.title")).ifPresent(this::take);
    }

    private void take(Path chosen) {
        session.work()
                .start(new Job<>(
                        JOB,
                        MESSAGES.text("answer.reading", chosen.getFileName()),
                        _ -> read(chosen),
                        this::taken,
                        this::failed));
    }

    /// Of the two files either may be meant.
    private AttestationBook.Asked read(Path chosen) {
        String name = chosen.toString();
        String file = name.endsWith(SIGNATURE) ? name.substring(0, name.length() - SIGNATURE.length()) : name;
        String text = HandedFile.read(Path.of(file), AnswerDesk.BYTES_MAX);
        String signature = HandedFile.read(Path.of(file + SIGNATURE), SshSignature.CHARACTERS_MAX);
        return session.desk().attestations().take(text.getBytes(StandardCharsets.UTF_8), signature);
    }

    private void taken(AttestationBook.Asked taken) {
        session.pulse().changed();
        Facts facts = new Facts()
                .add(MESSAGES.text("taken.owner"), taken.ask().owner())
                .add(MESSAGES.text("taken.key"), taken.key())
                .add(MESSAGES.text("taken.asked"), Words.moment(taken.ask().at()));
        for (Attestation.Answer answer : Attestation.Answer.values()) {
            facts.add(MESSAGES.text("taken." + answer), said(taken, answer));
        }
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("taken.title", taken.ask().id()), MESSAGES.text("taken.lead"), facts));
    }

    private static String said(AttestationBook.Asked taken, Attestation.Answer answer) {
        return String.join(
                "\n",
                taken.answers().stream()
                        .filter(said -> said.answer() == answer)
                        .map(said -> said.reason().isEmpty()
                                ? said.identity().nativeId()
                                : MESSAGES.text("taken.reason", said.identity().nativeId(), said.reason()))
                        .toList());
    }

    private void failed(Failure failure) {
        Action again =
                session.dialogs().closing(MESSAGES.text("answer.again"), Material2OutlinedAL.FOLDER_OPEN, this::open);
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("answer.title"),
                        "",
                        Placeholder.failed(MESSAGES.text("answer.failed"), failure.sentence(), again)));
    }
}
