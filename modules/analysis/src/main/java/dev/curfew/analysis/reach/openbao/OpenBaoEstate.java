package dev.curfew.analysis.reach.openbao;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import java.time.Instant;
import java.util.List;

/// What one OpenBao holds.
///
/// @param now when expirations in policies are looked at
record OpenBaoEstate(SourceName source, List<Resource> paths, List<Identity> identities, Instant now) {
    OpenBaoEstate {
        paths = List.copyOf(paths);
        identities = List.copyOf(identities);
    }
}
