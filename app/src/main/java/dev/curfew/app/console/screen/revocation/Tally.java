package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many of a plan's credentials are refused by now: whoever cuts off an agent waits for the last of them.
///
/// @param unprovable could not be tried
/// @param unclear were tried, and neither accepted nor refused
/// @param waiting have no verdict yet
record Tally(int all, int refused, int working, int unprovable, int unclear, int waiting) {
    private static final Messages MESSAGES = Messages.of(Tally.class);

    /// By the newest verdict on each.
    static Tally of(RevocationCase one, List<CredentialId> credentials) {
        Map<CredentialId, Proof> newest = one.proofs().stream()
                .collect(Collectors.toMap(ProofRecord::credential, ProofRecord::proof, (_, newer) -> newer));
        int refused = 0;
        int working = 0;
        int unprovable = 0;
        int unclear = 0;
        for (Proof proof : newest.values()) {
            switch (proof) {
                case Proof.Proved _, Proof.ProvedAfter _ -> refused++;
                case Proof.StillWorks _ -> working++;
                case Proof.NotProvable _ -> unprovable++;
                case Proof.Indeterminate _ -> unclear++;
            }
        }
        int waiting = credentials.size() - newest.size();
        return new Tally(credentials.size(), refused, working, unprovable, unclear, waiting);
    }

    /// Empty where there is but one: its verdict stands beside it.
    List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        if (all > 1) {
            chips.add(Chip.of(refused == all ? Tone.GOOD : Tone.NOTE, MESSAGES.text("tally.refused", refused, all)));
            add(chips, Tone.BAD, "tally.working", working);
            add(chips, Tone.CARE, "tally.unprovable", unprovable);
            add(chips, Tone.CARE, "tally.unclear", unclear);
            add(chips, Tone.PLAIN, "tally.waiting", waiting);
        }
        return chips;
    }

    private static void add(List<Chip> chips, Tone tone, String key, int many) {
        if (many > 0) {
            chips.add(Chip.of(tone, MESSAGES.text(key, many)));
        }
    }
}
