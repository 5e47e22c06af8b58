package dev.curfew.app.console.screen.inventory.attest;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.HandedFile;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
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

    /// An answer that was taken.
    ///
    /// @param index names what it is about
    private record Taken(AttestationBook.Asked asked, SnapshotIndex index) {}

    /// Of the two files either may be meant.
    private Taken read(Path chosen) {
        String name = chosen.toString();
        String file = name.endsWith(SIGNATURE) ? name.substring(0, name.length() - SIGNATURE.length()) : name;
        String text = HandedFile.read(Path.of(file), AnswerDesk.BYTES_MAX);
        String signature = HandedFile.read(Path.of(file + SIGNATURE), SshSignature.CHARACTERS_MAX);
        AttestationBook.Asked asked =
                session.desk().attestations().take(text.getBytes(StandardCharsets.UTF_8), signature);
        return new Taken(asked, session.desk().estate().current());
    }

    private void taken(Taken taken) {
        session.pulse().changed();
        AttestationBook.Asked asked = taken.asked();
        Facts facts = new Facts()
                .add(MESSAGES.text("taken.owner"), asked.ask().owner())
                .add(MESSAGES.text("taken.key"), asked.key())
                .add(MESSAGES.text("taken.asked"), Words.moment(asked.ask().at()));
        for (Attestation.Answer answer : Attestation.Answer.values()) {
            facts.add(MESSAGES.text("taken." + answer), said(taken, answer));
        }
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("taken.title", asked.ask().id()), MESSAGES.text("taken.lead"), facts));
    }

    private static String said(Taken taken, Attestation.Answer answer) {
        return taken.asked().answers().stream()
                .filter(said -> said.answer() == answer)
                .map(said -> words(Names.of(taken.index(), said.identity()), said.reason()))
                .collect(Collectors.joining("\n"));
    }

    private static String words(String name, String reason) {
        return reason.isEmpty() ? name : MESSAGES.text("taken.reason", name, reason);
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
