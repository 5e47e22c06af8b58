package dev.curfew.revocation.narrowing;

import dev.curfew.analysis.finding.noted.Recorded;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The narrower policies that were written and not taken back, the last of each policy. Where one is being written,
/// what stands there is not known.
public final class AppliedNarrowings {
    private final NarrowingBook book;

    public AppliedNarrowings(Office office) {
        book = new NarrowingBook(office);
    }

    public List<Recorded.Written> all(Transaction transaction) {
        Map<PolicyId, Recorded.Written> written = new LinkedHashMap<>();
        for (Narrowing one : book.all(transaction)) {
            switch (one.stage()) {
                case APPLIED ->
                    written.put(one.policy(), new Recorded.Written(one.id(), one.policy(), one.text(), one.at()));
                case APPLYING, RETURNING, RETURNED -> written.remove(one.policy());
                case NOTICED, ABANDONED -> {}
            }
        }
        return List.copyOf(written.values());
    }
}
