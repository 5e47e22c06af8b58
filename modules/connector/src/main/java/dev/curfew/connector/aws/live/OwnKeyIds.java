package dev.curfew.connector.aws.live;

import java.util.List;
import java.util.Set;

/// The ids of the keys that Curfew itself uses at an account; their secrets are not kept.
///
/// @param troubles in words
record OwnKeyIds(Set<String> ids, List<String> troubles) {
    OwnKeyIds {
        ids = Set.copyOf(ids);
        troubles = List.copyOf(troubles);
    }
}
