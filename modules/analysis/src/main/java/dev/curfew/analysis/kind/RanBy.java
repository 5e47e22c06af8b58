package dev.curfew.analysis.kind;

import java.util.List;

/// What runs as identities of a kind.
///
/// @param tag of what runs: whom it runs as, by name
/// @param scopes where all that runs is listed
/// @param outside so begin the names of those that the provider's own machinery runs as, which no list has
public record RanBy(String tag, List<String> scopes, String outside) {
    public RanBy {
        scopes = List.copyOf(scopes);
    }
}
