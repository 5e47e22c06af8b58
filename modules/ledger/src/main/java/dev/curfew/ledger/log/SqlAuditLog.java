package dev.curfew.ledger.log;

import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.ledger.log.LedgerRows.EntryRow;
import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The log in two tables of the caller's transaction. Every append signs a checkpoint; every append and every
/// [#confirm] first holds what it builds on against the newest one, and refuses with [LedgerException] where it does
/// not fit. Both read a few rows for each doubling of the log, in a few statements, not all of it: that is `verify`'s.
public final class SqlAuditLog implements AuditLog {
    private static final Messages WORDS = Messages.of(SqlAuditLog.class);

    private final String origin;
    private final NoteSigner signer;
    private final InstantSource clock;
    private final Runnable appended;

    /// The last note whose signature was found good, or that was signed here.
    private volatile String good = "";

    /// @param origin the log's name, unique to the workspace; the signer's name too (C2SP tlog-checkpoint)
    public SqlAuditLog(String origin, NoteSigner signer, InstantSource clock) {
        this(origin, signer, clock, () -> {});
    }

    /// @param appended told within the unit of work, after each append
    public SqlAuditLog(String origin, NoteSigner signer, InstantSource clock, Runnable appended) {
        this.appended = appended;
        this.origin = origin;
        this.signer = signer;
        this.clock = clock;
    }

    /// Makes the tables where they are missing. Once after the workspace was opened; some databases commit here.
    public void prepare(Transaction transaction) {
        new LedgerRows(transaction.jdbc()).createSchema();
    }

    @Override
    public LedgerEntry append(Transaction transaction, AuditEvent event) {
        LedgerRows rows = new LedgerRows(transaction.jdbc());
        Frontier frontier = signedFrontier(rows);
        LedgerEntry entry = EventText.entry(frontier.size(), event);
        rows.insert(
                new EntryRow(entry.index(), event.type(), event.subjectHash(), entry.canonical(), entry.leafHash()));
        rows.insert(sign(frontier.append(HexFormat.of().parseHex(entry.leafHash()))));
        appended.run();
        return entry;
    }

    private Frontier signedFrontier(LedgerRows rows) {
        Optional<CheckpointRow> newest = rows.newestCheckpoint();
        if (newest.isEmpty()) {
            refuseUnless(rows.entries(0, 1).isEmpty(), "entries-without-checkpoint");
            return Frontier.EMPTY;
        }
        CheckpointBody body = signedBody(newest.get());
        Frontier frontier =
                Frontier.of(body.size(), HexFormat.of().parseHex(newest.get().frontier()));
        refuseUnless(frontier.rootHash().equals(body.rootHash()), "frontier-differs");
        return frontier;
    }

    private CheckpointBody signedBody(CheckpointRow row) {
        try {
            String text = row.checkpoint().note();
            SignedNote note = SignedNote.parse(text);
            refuseUnless(text.equals(good) || note.isSignedBy(signer.verifier()), "checkpoint-forged");
            good = text;
            CheckpointBody body = CheckpointBody.parse(note.body());
            refuseUnless(body.size() == row.checkpoint().size() && body.origin().equals(origin), "checkpoint-forged");
            return body;
        } catch (IllegalArgumentException e) {
            throw new LedgerException(WORDS.text("checkpoint-forged"), e);
        }
    }

    private CheckpointRow sign(Frontier frontier) {
        SignedNote note =
                SignedNote.sign(new CheckpointBody(origin, frontier.size(), frontier.rootHash()).text(), signer);
        good = note.text();
        Checkpoint checkpoint =
                new Checkpoint(origin, frontier.size(), frontier.rootHash(), note.text(), clock.instant());
        return new CheckpointRow(checkpoint, HexFormat.of().formatHex(frontier.encoded()));
    }

    @Override
    public Optional<LedgerEntry> confirm(Transaction transaction, String type, String subjectHash) {
        LedgerRows rows = new LedgerRows(transaction.jdbc());
        List<EntryRow> newest = rows.newest(type, subjectHash).stream().toList();
        return confirmed(rows, newest, type, subjectHash).stream().findFirst();
    }

    @Override
    public List<LedgerEntry> confirmAll(Transaction transaction, String type, String subjectHash) {
        LedgerRows rows = new LedgerRows(transaction.jdbc());
        return confirmed(rows, rows.about(type, subjectHash), type, subjectHash);
    }

    @Override
    public long count(Transaction transaction, String type, String subjectHash) {
        return new LedgerRows(transaction.jdbc()).count(type, subjectHash);
    }

    /// Held against the signed tree, of exactly as many as there are.
    private List<LedgerEntry> confirmed(LedgerRows rows, List<EntryRow> about, String type, String subjectHash) {
        if (about.isEmpty()) {
            return List.of();
        }
        List<LedgerEntry> entries =
                about.stream().map(row -> entry(row, type, subjectHash)).toList();
        NavigableMap<Long, byte[]> leaves = new TreeMap<>();
        entries.forEach(entry -> leaves.put(entry.index(), HexFormat.of().parseHex(entry.leafHash())));
        // Of two rows with one index only one is held against the tree.
        refuseUnless(leaves.size() == entries.size(), "entry-not-included");
        Frontier whole = signedFrontier(rows);
        refuseUnless(rows.length() == whole.size() && RootWalk.includes(rows, whole, leaves), "entry-not-included");
        return entries;
    }

    private static LedgerEntry entry(EntryRow row, String type, String subjectHash) {
        LedgerEntry entry =
                new LedgerEntry(row.index(), row.event(), row.canonical(), EventText.leafHash(row.canonical()));
        refuseUnless(
                entry.event().type().equals(type) && entry.event().subjectHash().equals(subjectHash),
                "entry-not-included");
        return entry;
    }

    private static void refuseUnless(boolean holds, String key) {
        if (!holds) {
            throw new LedgerException(WORDS.text(key));
        }
    }

    @Override
    public List<LedgerEntry> read(Transaction transaction, long from, int limit) {
        return new LedgerRows(transaction.jdbc()).read(from, limit);
    }

    @Override
    public Optional<Checkpoint> checkpoint(Transaction transaction) {
        return new LedgerRows(transaction.jdbc()).newestCheckpoint().map(CheckpointRow::checkpoint);
    }
}
