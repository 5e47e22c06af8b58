package dev.curfew.governance.policy.question;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// Everything that policies are told of a plan of revocation: what it ends, and who signed.
///
/// @param reason in the requester's words
/// @param sources the connections' names
/// @param environments what those are for, as `Circumstances.environment`
/// @param kinds of the credentials, as the revocability catalogue names them
/// @param acts codes of what is done to them
/// @param tags of the identities that the credentials prove, `name=value`, as the newest reading has them
/// @param identities how many they are; a credential that stands for nobody counts as one
/// @param reversible whether all that is done can be undone at the target
/// @param deletes whether something is deleted, so that there is nothing left to go back to
/// @param emergency whether it is run at all sources at once: the kill switch
/// @param breakGlass whether the account of a break-glass path is among them
public record Ending(
        String reason,
        Set<String> sources,
        Set<String> environments,
        Set<String> kinds,
        Set<String> acts,
        Set<String> tags,
        long identities,
        long credentials,
        boolean reversible,
        boolean deletes,
        boolean emergency,
        boolean breakGlass,
        Circumstances.Time time,
        Circumstances.Approval approval) {
    public Ending {
        sources = sorted(sources);
        environments = sorted(environments);
        kinds = sorted(kinds);
        acts = sorted(acts);
        tags = sorted(tags);
    }

    /// The same of sources that are for nothing else.
    public Ending in(Set<String> others) {
        return new Ending(
                reason,
                sources,
                others,
                kinds,
                acts,
                tags,
                identities,
                credentials,
                reversible,
                deletes,
                emergency,
                breakGlass,
                time,
                approval);
    }

    private static Set<String> sorted(Collection<String> texts) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts));
    }
}
