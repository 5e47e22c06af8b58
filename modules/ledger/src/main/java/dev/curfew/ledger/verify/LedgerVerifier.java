package dev.curfew.ledger.verify;

import dev.curfew.ledger.log.EventText;
import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.ledger.log.LedgerRows.EntryRow;
import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.ledger.verify.Verification.Agreement;
import dev.curfew.ledger.witness.Held;
import dev.curfew.model.ledger.AuditEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Recomputes the whole tree from the entries' texts and holds it against the store's checkpoints and those held
/// elsewhere. Trusts nothing in the store but a signature of the log's key.
public final class LedgerVerifier {
    private final NoteVerifier log;
    private final String origin;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Long, String> roots = new TreeMap<>();
    private final List<Instant> times = new ArrayList<>();

    private LedgerVerifier(String origin, NoteVerifier log) {
        this.origin = origin;
        this.log = log;
    }

    /// @param entries as they stand in the store, by index
    /// @param checkpoints the store's own
    /// @param held those held elsewhere
    public static Verification verify(
            String origin, NoteVerifier log, List<EntryRow> entries, List<CheckpointRow> checkpoints, List<Held> held) {
        LedgerVerifier verifier = new LedgerVerifier(origin, log);
        Frontier frontier = verifier.walk(entries);
        verifier.judgeOwn(frontier.size(), checkpoints);
        List<Agreement> agreements = held.stream()
                .flatMap(one -> verifier.judgeHeld(frontier.size(), one).stream())
                .toList();
        return new Verification(frontier.size(), frontier.rootHash(), verifier.problems, agreements);
    }

    private Frontier walk(List<EntryRow> entries) {
        Frontier frontier = Frontier.EMPTY;
        roots.put(0L, frontier.rootHash());
        long expected = 0;
        for (EntryRow row : entries) {
            if (expected < row.index()) {
                problems.add(new Problem.EntriesMissing(expected, row.index() - 1));
            }
            expected = row.index() + 1;
            String leafHash = EventText.leafHash(row.canonical());
            if (!isIntact(row, leafHash)) {
                problems.add(new Problem.EntryChanged(row.index()));
            }
            frontier = frontier.append(HexFormat.of().parseHex(leafHash));
            roots.put(frontier.size(), frontier.rootHash());
        }
        return frontier;
    }

    private boolean isIntact(EntryRow row, String leafHash) {
        try {
            AuditEvent event = EventText.parse(row.canonical());
            times.add(event.at());
            return leafHash.equals(row.leafHash())
                    && event.type().equals(row.type())
                    && event.subjectHash().equals(row.subjectHash());
        } catch (IllegalArgumentException _) {
            times.add(Instant.EPOCH);
            return false;
        }
    }

    private void judgeOwn(long size, List<CheckpointRow> checkpoints) {
        long lastGood = 0;
        long signedSize = 0;
        boolean differs = false;
        for (CheckpointRow row : checkpoints) {
            long claimed = row.checkpoint().size();
            Optional<CheckpointBody> body = signed(row.checkpoint().note());
            if (body.isEmpty() || body.get().size() != claimed) {
                problems.add(new Problem.CheckpointForged(claimed));
                continue;
            }
            signedSize = claimed;
            if (fits(body.get())) {
                lastGood = claimed;
            } else if (!differs && claimed <= size) {
                problems.add(new Problem.TreeDiffers(lastGood, claimed));
                differs = true;
            }
        }
        judgeEnd(size, signedSize);
    }

    private void judgeEnd(long size, long signedSize) {
        if (size < signedSize) {
            problems.add(new Problem.EntriesMissing(size, signedSize - 1));
        }
        if (size > signedSize) {
            problems.add(new Problem.Unsigned(signedSize));
        }
    }

    private Optional<Agreement> judgeHeld(long size, Held held) {
        Optional<CheckpointBody> body = signed(held.note());
        if (body.isEmpty()) {
            // What it holds instead is not repeated: a file named by mistake can be one with a secret.
            problems.add(new Problem.HeldUnusable(held.holder()));
            return Optional.empty();
        }
        CheckpointBody checkpoint = body.get();
        if (checkpoint.size() > size) {
            problems.add(new Problem.RolledBack(held.holder(), checkpoint.size(), size));
            return Optional.empty();
        }
        if (!fits(checkpoint)) {
            problems.add(new Problem.Rewritten(held.holder(), checkpoint.size()));
            return Optional.empty();
        }
        Instant at = held.witnessedAt() != null ? held.witnessedAt() : timeOf(checkpoint.size());
        return Optional.of(new Agreement(held.holder(), checkpoint.size(), at));
    }

    private Instant timeOf(long size) {
        return size == 0 ? Instant.EPOCH : times.get(Math.toIntExact(size - 1));
    }

    private boolean fits(CheckpointBody checkpoint) {
        return checkpoint.rootHash().equals(roots.get(checkpoint.size()));
    }

    private Optional<CheckpointBody> signed(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            CheckpointBody body = CheckpointBody.parse(note.body());
            return note.isSignedBy(log) && body.origin().equals(origin) ? Optional.of(body) : Optional.empty();
        } catch (IllegalArgumentException _) {
            // Whatever it is, it is no checkpoint of this log; the caller says so.
            return Optional.empty();
        }
    }
}
