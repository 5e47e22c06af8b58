package dev.curfew.ledger.witness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.ledger.log.EventText;
import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.ledger.log.LedgerRows.EntryRow;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.ledger.verify.LedgerVerifier;
import dev.curfew.ledger.verify.Verification;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Another workspace's whole log as a file: a line with its name, key and newest checkpoint, then every entry exactly
/// as it was hashed, a line each.
///
/// @param key as the file says: whether it is that workspace's has to be known from elsewhere
/// @param entries in order
public record ExportedLog(NoteVerifier key, SignedNote checkpoint, CheckpointBody body, List<String> entries) {
    private static final String SCHEMA = "curfew.ledger-export/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    public ExportedLog {
        entries = List.copyOf(entries);
    }

    /// @param checkpoint the newest one's note; empty for an empty log
    public static List<String> lines(NoteVerifier key, String checkpoint, List<String> entries) {
        List<String> lines = new ArrayList<>();
        lines.add(CanonicalJson.text(
                Map.of("schema", SCHEMA, "origin", key.name(), "key", key.vkey(), "checkpoint", checkpoint)));
        lines.addAll(entries);
        return lines;
    }

    /// @throws IllegalArgumentException if the lines are no such file, or of an empty log
    public static ExportedLog parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no first line");
        }
        JsonNode head = head(lines.getFirst());
        NoteVerifier key = NoteVerifier.parse(head.path("key").asText());
        SignedNote checkpoint = SignedNote.parse(head.path("checkpoint").asText());
        return new ExportedLog(
                key, checkpoint, CheckpointBody.parse(checkpoint.body()), lines.subList(1, lines.size()));
    }

    private static JsonNode head(String line) {
        try {
            JsonNode head = JSON.readTree(line);
            if (!head.path("schema").asText().equals(SCHEMA)) {
                throw new IllegalArgumentException("another schema");
            }
            return head;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the first line is not JSON", e);
        }
    }

    /// Hashes every entry, and holds the tree against the log's own checkpoint and against what was held before.
    public Verification verify(List<Held> before) {
        List<EntryRow> rows = new ArrayList<>();
        Instant newest = Instant.EPOCH;
        for (String line : entries) {
            AuditEvent event = EventText.parse(line);
            rows.add(new EntryRow(rows.size(), event.type(), event.subjectHash(), line, EventText.leafHash(line)));
            newest = event.at();
        }
        Checkpoint own = new Checkpoint(body.origin(), body.size(), body.rootHash(), checkpoint.text(), newest);
        return LedgerVerifier.verify(key.name(), key, rows, List.of(new CheckpointRow(own, "")), before);
    }
}
