package dev.curfew.app.wiring.ledger;

import dev.curfew.app.usecase.Refused;
import dev.curfew.ledger.log.EventText;
import dev.curfew.ledger.log.LedgerRows;
import dev.curfew.ledger.note.NoteSigner;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.text.Messages;
import java.util.Base64;
import java.util.Objects;

/// A ledger's name and key. The private half is among the workspace's secrets; the public half stands in the ledger's
/// first entry, so that an export can be checked by whoever compares it with what the officer told them.
public final class LedgerIdentity {
    /// What the first entry calls the public key.
    public static final String PUBLIC_KEY = "ledgerKey";

    private static final String SECRET = "curfew/ledger-key";

    private LedgerIdentity() {}

    /// @param workspaceId makes the log's name unique
    public static NoteSigner make(Secrets secrets, String workspaceId) {
        byte[] key = NoteSigner.newKey();
        try (Secret text = Secret.of(Base64.getEncoder().encodeToString(key))) {
            secrets.put(SECRET, text);
        }
        return NoteSigner.of(origin(workspaceId), key);
    }

    public static NoteSigner of(Secrets secrets, String workspaceId) {
        try (Secret text = secrets.get(SECRET).orElseThrow(() -> missing("no-key"))) {
            return NoteSigner.of(origin(workspaceId), Base64.getDecoder().decode(text.reveal()));
        }
    }

    /// As the log's first entry says.
    public static NoteVerifier announced(UnitOfWork units) {
        String vkey = units.run(transaction -> new LedgerRows(transaction.jdbc())
                .entries(0, 1).stream()
                        .map(row -> EventText.parse(row.canonical()).details().get(PUBLIC_KEY))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .findFirst()
                        .orElseThrow(() -> missing("no-announced-key")));
        return NoteVerifier.parse(vkey);
    }

    private static Refused missing(String key) {
        return new Refused(Messages.of(LedgerIdentity.class).text(key));
    }

    private static String origin(String workspaceId) {
        return "curfew/" + workspaceId;
    }
}
