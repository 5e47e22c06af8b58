package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Fates and certainties as chips, with the signs that the drawing has.
final class Fates {

    private Fates() {}

    static Chip chip(Fate fate) {
        String words = AnswerWords.fate(fate);
        return fixed(
                switch (fate) {
                    case LOST -> Chip.of(Tone.PLAIN, Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE, words);
                    case GAINED -> Chip.of(Tone.CARE, Material2OutlinedAL.ADD_CIRCLE_OUTLINE, words);
                    case KEPT -> Chip.of(Tone.NOTE, Material2OutlinedAL.ADJUST, words);
                });
    }

    /// None for what is certain: that is the rule.
    static Optional<Chip> chip(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> Optional.empty();
            case CONDITIONAL -> Optional.of(fixed(Chip.of(Tone.NOTE, ReachWords.certainty(certainty))));
            case UNKNOWN -> Optional.of(fixed(Chip.of(Tone.UNKNOWN, ReachWords.certainty(certainty))));
        };
    }

    static Chip fixed(Chip chip) {
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
