package dev.curfew.app.usecase.ledger;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.Unwritten;
import dev.curfew.ledger.log.LedgerRows;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.verify.LedgerVerifier;
import dev.curfew.ledger.verify.Verification;
import dev.curfew.ledger.witness.CheckpointKeeper;
import dev.curfew.ledger.witness.CheckpointNotKeptException;
import dev.curfew.ledger.witness.ExportedLog;
import dev.curfew.ledger.witness.FileKeeper;
import dev.curfew.ledger.witness.Held;
import dev.curfew.ledger.witness.TrustedWitness;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the evidence log and checks it.
public final class LedgerDesk {
    private static final Messages MESSAGES = Messages.of(LedgerDesk.class);

    private final Books books;
    private final AuditLog auditLog;
    private final NoteVerifier logKey;
    private final CheckpointKeeper keeper;

    /// @param keeper where this workspace's newest checkpoint is kept outside of it
    public LedgerDesk(Books books, AuditLog auditLog, NoteVerifier logKey, CheckpointKeeper keeper) {
        this.books = books;
        this.auditLog = auditLog;
        this.logKey = logKey;
        this.keeper = keeper;
    }

    /// Entries `from` (counted from 0) on, at most `limit`.
    public List<LedgerEntry> entries(long from, int limit) {
        return books.read(transaction -> auditLog.read(transaction, from, limit));
    }

    /// How many entries there are.
    public long size() {
        return books.read(auditLog::checkpoint).map(Checkpoint::size).orElse(0L);
    }

    /// As [#verify(List, List, List)], without witnesses.
    public LedgerStatus verify(List<Path> against) {
        return verify(against, List.of(), List.of());
    }

    /// Checks every entry against the log's signed checkpoints, and against the checkpoints kept elsewhere.
    ///
    /// @param against files with a checkpoint's note, besides the one that this workspace keeps outside of itself
    /// @param witnesses files with a checkpoint's note that a trusted witness signed, or folders with such files
    ///     (`*.note`)
    /// @param trusted whose signatures count
    /// @throws Refused if one of the files is not there
    public LedgerStatus verify(List<Path> against, List<Path> witnesses, List<TrustedWitness> trusted) {
        List<Held> held = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        hold(keeper, held, problems);
        for (Path file : against) {
            if (!Files.exists(file)) {
                throw new Refused(MESSAGES.text("no-file", file));
            }
            hold(new FileKeeper(file), held, problems);
        }
        for (Path file : notes(witnesses)) {
            holdWitnessed(file, trusted, held, problems);
        }
        Verification verification = books.read(transaction -> {
            LedgerRows rows = new LedgerRows(transaction.jdbc());
            return LedgerVerifier.verify(
                    logKey.name(), logKey, rows.entries(0, Integer.MAX_VALUE), rows.checkpoints(), held);
        });
        verification.problems().stream().map(LedgerWords::of).forEach(problems::add);
        List<String> agreements =
                verification.agreements().stream().map(LedgerWords::of).toList();
        return new LedgerStatus(verification, logKey.vkey(), problems, agreements);
    }

    private static void hold(CheckpointKeeper keeper, List<Held> held, List<String> problems) {
        try {
            keeper.held().ifPresent(held::add);
        } catch (CheckpointNotKeptException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> notes(List<Path> witnesses) {
        List<Path> notes = new ArrayList<>();
        for (Path place : witnesses) {
            if (!Files.exists(place)) {
                throw new Refused(MESSAGES.text("no-file", place));
            }
            if (!Files.isDirectory(place)) {
                notes.add(place);
                continue;
            }
            List<Path> here = notesIn(place);
            if (here.isEmpty()) {
                throw new Refused(MESSAGES.text("no-notes", place));
            }
            notes.addAll(here);
        }
        return notes;
    }

    private static List<Path> notesIn(Path folder) {
        List<Path> notes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.note")) {
            files.forEach(notes::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw new Refused(MESSAGES.text("unread-folder", folder), e);
        }
        notes.sort(Comparator.naturalOrder());
        return notes;
    }

    /// Once for each witness whose signature it bears.
    private static void holdWitnessed(Path file, List<TrustedWitness> trusted, List<Held> held, List<String> problems) {
        List<Held> found = new ArrayList<>();
        hold(new FileKeeper(file), found, problems);
        for (Held one : found) {
            int before = held.size();
            for (TrustedWitness witness : trusted) {
                witness.signed(one.note())
                        .ifPresent(at ->
                                held.add(new Held(MESSAGES.text("witness-in", witness.name(), file), one.note(), at)));
            }
            if (held.size() == before) {
                held.add(one);
                problems.add(MESSAGES.text("not-witnessed", file));
            }
        }
    }

    /// Writes the log as JSON Lines: first its name, key and checkpoint, then every entry exactly as it was hashed.
    ///
    /// @return how many entries were written
    /// @throws Refused if there is a file of that name, or it cannot be written
    public long export(Path file) {
        List<String> lines = books.read(transaction -> {
            List<String> entries = new LedgerRows(transaction.jdbc())
                    .entries(0, Integer.MAX_VALUE).stream()
                            .map(LedgerRows.EntryRow::canonical)
                            .toList();
            String note = auditLog.checkpoint(transaction).map(Checkpoint::note).orElse("");
            return ExportedLog.lines(logKey, note, entries);
        });
        try {
            Files.write(file, lines, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Unwritten(MESSAGES.text("exists", file), e);
        } catch (IOException e) {
            throw new Unwritten(MESSAGES.text("not-written", file), e);
        }
        return lines.size() - 1L;
    }
}
