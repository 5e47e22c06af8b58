package dev.curfew.revocation.choice;

import java.util.List;

/// What an officer names in an emergency.
///
/// @param ids of credentials or identities, or fingerprints of credentials, one of them perhaps from a leaked list
/// @param agents names: all identities of that name, in any namespace, over all sources
/// @param traces what those made who are named, which ends too as far as a source lists it
public record Naming(List<String> ids, List<String> agents, Traces traces) {
    public Naming {
        ids = List.copyOf(ids);
        agents = List.copyOf(agents);
    }

    public Naming(List<String> ids, List<String> agents) {
        this(ids, agents, Traces.UNASKED);
    }

    public Naming with(Traces found) {
        return new Naming(ids, agents, found);
    }
}
