package dev.curfew.analysis.reach.federation;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// Who has the tokens of an issuer's subject.
public final class TokenHolders {
    private final SnapshotIndex index;
    private final Tokens tokens;

    public TokenHolders(SnapshotIndex index) {
        this.index = index;
        tokens = new Tokens(index);
    }

    /// Those of whom both were read, and are exactly these.
    public List<IdentityId> of(String issuer, String subject) {
        String plain = Issuers.plain(issuer);
        return index.snapshot().identities().stream()
                .filter(identity -> tokens.subject(identity).equals(subject)
                        && tokens.issuer(identity).equals(plain))
                .map(Identity::id)
                .toList();
    }
}
