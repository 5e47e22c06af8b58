package dev.curfew.revocation.choice;

import java.util.List;

/// What an officer names in an emergency.
///
/// @param ids of credentials or identities, or fingerprints of credentials, one of them perhaps from a leaked list
/// @param agents names: all identities of that name, in any namespace, over all sources
public record Naming(List<String> ids, List<String> agents) {
    public Naming {
        ids = List.copyOf(ids);
        agents = List.copyOf(agents);
    }
}
