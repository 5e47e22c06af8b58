package dev.curfew.analysis.reach.federation;

import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;

/// Whom somebody trusts: one subject of an issuer, or all that a pattern matches.
///
/// @param source of those who trust
/// @param issuer as [Issuers#plain] writes it
/// @param pattern with `*` for anything and `?` for any one character
public record Subject(SourceName source, String issuer, String pattern) {
    /// The identity that stands for those whom it matches.
    public IdentityId outsider() {
        return new IdentityId(source, EntityFacts.OUTSIDE + issuer + " " + pattern);
    }

    boolean isOne() {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    /// A subject that it matches, and that nobody has: only patterns as wide match it too.
    String example() {
        return pattern.replace("*", "~any~").replace('?', '~');
    }
}
