package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.ledger.AuditEvent;
import java.util.List;

/// What the ledger has last of the time-boxes, for those who are told of them.
public final class BoxStages {
    private final BoxBook book;

    public BoxStages(Office office) {
        book = new BoxBook(office);
    }

    /// Of those that are ahead, or have ended, in the order of their beginning.
    public List<AuditEvent> newest() {
        return book.all().stream()
                .filter(boxed -> boxed.stage() == BoxStage.BEGUN || boxed.stage() == BoxStage.ENDED)
                .map(BoxBook::event)
                .toList();
    }
}
