package dev.curfew.revocation.after;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.plan.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An identity all of whose credentials a plan ended; it kept none.
///
/// @param goneAt when the last of them was seen to be gone
record Severed(IdentityId identity, RevocationPlan plan, Instant goneAt) {

    /// @param gone by the credential's id
    static List<Severed> by(RevocationPlan plan, Map<String, ProofRecord> gone) {
        Map<String, List<Told>> byIdentity = new LinkedHashMap<>();
        for (Told told : Told.of(plan)) {
            if (!told.text("holder").isEmpty()) {
                byIdentity
                        .computeIfAbsent(told.identity(), _ -> new ArrayList<>())
                        .add(told);
            }
        }
        List<Severed> severed = new ArrayList<>();
        byIdentity.forEach((identity, all) -> {
            if (all.stream().allMatch(told -> gone.containsKey(told.credential()) && told.count("residual") == 0)) {
                severed.add(new Severed(IdentityId.read(identity), plan, last(all, gone)));
            }
        });
        return severed;
    }

    private static Instant last(List<Told> all, Map<String, ProofRecord> gone) {
        return all.stream()
                .flatMap(told -> Stream.ofNullable(gone.get(told.credential())))
                .map(record -> record.proof().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
