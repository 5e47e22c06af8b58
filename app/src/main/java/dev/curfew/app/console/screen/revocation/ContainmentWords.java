package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether identities are contained, judged by what was done and tried, not by what was planned.
final class ContainmentWords {
    private static final Messages MESSAGES = Messages.of(ContainmentWords.class);

    private ContainmentWords() {}

    static Chip chip(Containment one) {
        return Chip.sentence(tone(one.state()), MESSAGES.text("contained." + one.state()));
    }

    /// Empty where there is but one: its verdict stands beside it.
    static List<Chip> tally(Collection<Containment> containments) {
        List<Containment> all = containments.stream().distinct().toList();
        if (all.size() < 2) {
            return List.of();
        }
        Map<Containment.State, Long> many =
                all.stream().collect(Collectors.groupingBy(Containment::state, Collectors.counting()));
        long contained = many.getOrDefault(Containment.State.CONTAINED, 0L);
        List<Chip> chips = new ArrayList<>();
        chips.add(Chip.of(
                contained == all.size() ? Tone.GOOD : Tone.NOTE,
                MESSAGES.text("contained.tally", contained, all.size())));
        for (Containment.State state : List.of(Containment.State.OPEN, Containment.State.NOT_PROVABLE)) {
            if (many.containsKey(state)) {
                chips.add(Chip.of(tone(state), MESSAGES.text("contained.tally." + state, many.get(state))));
            }
        }
        return chips;
    }

    /// What cannot be proved is amber, never grey: it needs a person.
    private static Tone tone(Containment.State state) {
        return switch (state) {
            case CONTAINED -> Tone.GOOD;
            case NOT_PROVABLE -> Tone.CARE;
            case OPEN -> Tone.BAD;
        };
    }
}
