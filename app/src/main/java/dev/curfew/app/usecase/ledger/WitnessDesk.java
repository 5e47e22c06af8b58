package dev.curfew.app.usecase.ledger;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.Unwritten;
import dev.curfew.ledger.note.Cosignature;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.verify.Verification;
import dev.curfew.ledger.witness.CheckpointNotKeptException;
import dev.curfew.ledger.witness.ExportedLog;
import dev.curfew.ledger.witness.FileKeeper;
import dev.curfew.ledger.witness.Held;
import dev.curfew.ledger.witness.TrustedWitness;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Being another workspace's witness, and having witnesses of one's own. What a witness saw of a log stands in the
/// witness's own ledger, so that it cannot be made to forget.
public final class WitnessDesk {
    private static final Messages MESSAGES = Messages.of(WitnessDesk.class);
    private static final String WITNESSED = "ledger.witnessed";
    private static final String TRUSTED = "witness.trusted";
    private static final String NOTE = "note";
    private static final String NAME = "name";
    private static final String KEY = "key";
    private static final String ACTOR = "curfew";

    private final Books books;
    private final AuditLog auditLog;
    private final Supplier<NoteSigner> signer;
    private final InstantSource clock;

    /// @param signer asked for only where the workspace can sign
    public WitnessDesk(Books books, AuditLog auditLog, Supplier<NoteSigner> signer, InstantSource clock) {
        this.books = books;
        this.auditLog = auditLog;
        this.signer = signer;
        this.clock = clock;
    }

    /// What came of looking at another workspace's log.
    ///
    /// @param sizeBefore how many entries it had when this workspace saw it last; 0: never
    /// @param witnessKey to be told to the other officer, by another way than the note
    public record Witnessed(String origin, long sizeBefore, long size, Instant at, String witnessKey) {}

    /// Checks another workspace's exported log, also against what this workspace saw of it before; enters that it did;
    /// and writes the log's newest checkpoint with this workspace's dated signature under it (C2SP tlog-cosignature).
    ///
    /// @param export from `curfew ledger export`
    /// @param note where the signed checkpoint goes; replaced
    /// @throws Refused if the log is not consistent, the file is no such log, or the note's folder is not there:
    ///     nothing
    ///     is signed
    public Witnessed witness(Path export, Path note) {
        books.requireWritable();
        requireFolder(note.toAbsolutePath().getParent(), note);
        ExportedLog log = read(export);
        Optional<LedgerEntry> before = seenBefore(log.key().name());
        requireConsistent(export, log, before);
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String signed = Cosignature.add(log.checkpoint(), signer.get(), at).text();
        Checkpoint checkpoint = new Checkpoint(
                log.body().origin(), log.body().size(), log.body().rootHash(), signed, at);
        books.write(transaction -> auditLog.append(transaction, event(log, checkpoint)));
        try {
            new FileKeeper(note).keep(checkpoint);
        } catch (CheckpointNotKeptException e) {
            throw new Unwritten(MESSAGES.text("note-not-written", note), e);
        }
        return new Witnessed(
                log.key().name(),
                before.map(WitnessDesk::size).orElse(0L),
                checkpoint.size(),
                at,
                signer.get().verifier().vkey());
    }

    /// @param folder null: the file is a root
    private static void requireFolder(@Nullable Path folder, Path file) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused(MESSAGES.text("no-folder", folder == null ? file : folder));
        }
    }

    private static ExportedLog read(Path export) {
        try {
            return ExportedLog.parse(Files.readAllLines(export));
        } catch (IOException e) {
            throw new Refused(MESSAGES.text("export-not-read", export), e);
        } catch (IllegalArgumentException e) {
            throw new Refused(MESSAGES.text("no-export", export), e);
        }
    }

    private Optional<LedgerEntry> seenBefore(String origin) {
        return books.read(transaction -> auditLog.confirm(transaction, WITNESSED, Sha256.hex(origin)));
    }

    private static void requireConsistent(Path export, ExportedLog log, Optional<LedgerEntry> before) {
        String key = log.key().vkey();
        if (before.isPresent() && !key.equals(detail(before.get(), KEY))) {
            throw new Refused(MESSAGES.text("other-key", export, log.key().name(), detail(before.get(), KEY), key));
        }
        List<Held> held =
                before
                        .map(entry -> new Held(
                                MESSAGES.text("seen-here"),
                                detail(entry, NOTE),
                                entry.event().at()))
                        .stream()
                        .toList();
        Verification verification = verify(export, log, held);
        if (!verification.isConsistent()) {
            String problems = String.join(
                    " ", verification.problems().stream().map(LedgerWords::of).toList());
            throw new Refused(MESSAGES.text("not-consistent", export, problems));
        }
    }

    private static Verification verify(Path export, ExportedLog log, List<Held> held) {
        try {
            return log.verify(held);
        } catch (IllegalArgumentException e) {
            throw new Refused(MESSAGES.text("no-export", export), e);
        }
    }

    private static AuditEvent event(ExportedLog log, Checkpoint checkpoint) {
        return new AuditEvent(
                WITNESSED,
                checkpoint.at(),
                ACTOR,
                Sha256.hex(log.key().name()),
                Map.of(
                        "log",
                        log.key().name(),
                        KEY,
                        log.key().vkey(),
                        "size",
                        checkpoint.size(),
                        NOTE,
                        checkpoint.note()));
    }

    private static String detail(LedgerEntry entry, String name) {
        return String.valueOf(entry.event().details().get(name));
    }

    private static long size(LedgerEntry entry) {
        return entry.event().details().get("size") instanceof Number size ? size.longValue() : 0;
    }

    /// From now on, a signature with this key is one of this witness.
    ///
    /// @param key as the other officer's `curfew ledger witness` said
    /// @throws Refused if it is no key, or this workspace's own
    public void trust(String name, String key) {
        NoteVerifier verifier = parse(key);
        books.requireWritable();
        if (verifier.equals(signer.get().verifier())) {
            throw new Refused(MESSAGES.text("own-key"));
        }
        books.write(transaction -> auditLog.append(
                transaction,
                new AuditEvent(TRUSTED, clock.instant(), ACTOR, "", Map.of(NAME, name, KEY, verifier.vkey()))));
    }

    private static NoteVerifier parse(String key) {
        try {
            return NoteVerifier.parse(key.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused(MESSAGES.text("no-key"), e);
        }
    }

    /// In the order in which they were entered.
    public List<TrustedWitness> trusted() {
        return books.read(transaction -> auditLog.read(transaction, 0, Integer.MAX_VALUE)).stream()
                .filter(entry -> entry.event().type().equals(TRUSTED))
                .map(entry -> new TrustedWitness(detail(entry, NAME), NoteVerifier.parse(detail(entry, KEY))))
                .toList();
    }
}
