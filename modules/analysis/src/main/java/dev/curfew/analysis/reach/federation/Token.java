package dev.curfew.analysis.reach.federation;

import dev.curfew.model.id.IdentityId;
import java.util.Map;
import java.util.Set;

/// A token (OpenID Connect) that somebody has, or gets by being who it is.
///
/// @param issuer as [Issuers#plain] writes it; empty: nobody read which
/// @param subject its `sub`; for many at once an example of them
/// @param audiences whom it is certainly for
/// @param anyAudience whether its holder chooses whom it is for
/// @param claims what else it certainly says
/// @param allClaims whether it says nothing besides
/// @param servers addresses of the cluster that vouches for it
/// @param meantFor native ids of those whom its holder is set up to become
public record Token(
        IdentityId holder,
        String issuer,
        String subject,
        Set<String> audiences,
        boolean anyAudience,
        Map<String, String> claims,
        boolean allClaims,
        Set<String> servers,
        Set<String> meantFor) {

    public Token {
        audiences = Set.copyOf(audiences);
        claims = Map.copyOf(claims);
        servers = Set.copyOf(servers);
        meantFor = Set.copyOf(meantFor);
    }

    /// Whether it certainly is, or certainly can be had, for the audience.
    public boolean isFor(String audience) {
        return anyAudience || audiences.contains(audience);
    }
}
