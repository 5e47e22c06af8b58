package dev.curfew.governance.roster.chain;

import dev.curfew.governance.roster.chain.RosterChange.Found;
import dev.curfew.governance.roster.chain.RosterChange.Grant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How many signatures count towards a change: one an officer, and one a machine, since two profiles there may be one
/// person.
public final class Quorum {
    private Quorum() {}

    /// @param before the roster that the change is made to, which alone says whose signatures count
    /// @param devices where each officer signed, by their names
    public static int counted(RosterState before, RosterChange change, Map<String, String> devices) {
        RosterState judges = change instanceof Found found ? RosterState.unfounded(found.members()) : before;
        Set<String> machines = new HashSet<>();
        devices.forEach((officer, device) -> {
            if (counts(judges, change, officer)) {
                machines.add(device);
            }
        });
        return machines.size();
    }

    /// Nobody gives themselves a role, unless there is nobody else.
    private static boolean counts(RosterState judges, RosterChange change, String officer) {
        boolean own = change instanceof Grant grant
                && grant.officer().equals(officer)
                && judges.good().size() > 1;
        return !own && judges.find(officer).filter(Member::isGood).isPresent();
    }
}
