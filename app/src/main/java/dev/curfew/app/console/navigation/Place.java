package dev.curfew.app.console.navigation;

import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The screens. The rail, the palette, the keys and the tests read them from here; the order is the rail's.
public enum Place {
    OVERVIEW(Section.SEE, Material2OutlinedAL.DASHBOARD),
    INVENTORY(Section.SEE, Material2OutlinedAL.FORMAT_LIST_BULLETED),
    BLAST_RADIUS(Section.SEE, Material2OutlinedMZ.SHARE),
    EXPIRING(Section.SEE, Material2OutlinedAL.HOURGLASS_EMPTY),
    EXCEPTIONS(Section.DECIDE, Material2OutlinedAL.GAVEL),
    REVOCATION(Section.ACT, Material2OutlinedAL.BLOCK),
    LEDGER(Section.PROVE, Material2OutlinedMZ.VERIFIED_USER),
    CONNECTIONS(Section.SOURCES, Material2OutlinedMZ.POWER);

    /// The order of an officer's work.
    public enum Section {
        SEE,
        DECIDE,
        ACT,
        PROVE,
        SOURCES;

        public String words() {
            return MESSAGES.text("section." + name());
        }

        public List<Place> places() {
            return Arrays.stream(Place.values())
                    .filter(place -> place.section == this)
                    .toList();
        }
    }

    private static final Messages MESSAGES = Messages.of(Place.class);

    private final Section section;
    private final Ikon icon;

    Place(Section section, Ikon icon) {
        this.section = section;
        this.icon = icon;
    }

    public Section section() {
        return section;
    }

    public Ikon icon() {
        return icon;
    }

    public String title() {
        return MESSAGES.text("place." + name());
    }

    /// What the screen is for, in one line.
    public String purpose() {
        return MESSAGES.text("purpose." + name());
    }

    /// The keys that go there, as `KeyCombination.valueOf` reads them.
    public String keys() {
        return "Shortcut+" + (ordinal() + 1);
    }
}
