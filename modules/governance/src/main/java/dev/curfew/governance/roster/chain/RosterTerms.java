package dev.curfew.governance.roster.chain;

import dev.curfew.governance.duty.DutyRules;
import org.jspecify.annotations.Nullable;

/// What holds for all officers.
///
/// @param signIn where they sign in; null while nowhere
public record RosterTerms(@Nullable SignInProvider signIn, DutyRules duties) {
    public static final RosterTerms NONE = new RosterTerms(null, DutyRules.NONE);

    RosterTerms with(SignInProvider provider) {
        return new RosterTerms(provider, duties);
    }

    RosterTerms with(DutyRules rules) {
        return new RosterTerms(signIn, rules);
    }
}
