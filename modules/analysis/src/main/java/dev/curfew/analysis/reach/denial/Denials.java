package dev.curfew.analysis.reach.denial;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.aws.AwsDenials;
import dev.curfew.analysis.reach.openbao.OpenBaoDenials;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Optional;

/// What would deny, where anything can: providers whose rights only add up have nothing that does.
public final class Denials {
    private Denials() {}

    /// What would take a hop away from whoever makes it.
    public static Optional<Denial> of(SnapshotIndex index, IdentityId maker, Hop hop) {
        String kind = kind(index, maker);
        return AwsDenials.of(kind, hop).or(() -> OpenBaoDenials.of(kind, hop));
    }

    /// A text to begin with, for somebody who writes one.
    public static Optional<Denial> blank(SnapshotIndex index, IdentityId subject) {
        String kind = kind(index, subject);
        return AwsDenials.blank(kind).or(() -> OpenBaoDenials.blank(kind));
    }

    private static String kind(SnapshotIndex index, IdentityId identity) {
        return index.identity(identity).map(it -> it.kind()).orElse("");
    }
}
