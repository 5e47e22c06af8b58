package dev.curfew.app.console.navigation;

import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The screens. The rail, the palette, the keys and the tests read them from here; the order is the rail's.
public enum Place {
    OVERVIEW(Section.SEE, Material2OutlinedAL.DASHBOARD, "Shortcut+1"),
    INVENTORY(Section.SEE, Material2OutlinedAL.FORMAT_LIST_BULLETED, "Shortcut+2"),
    BLAST_RADIUS(Section.SEE, Material2OutlinedMZ.SHARE, "Shortcut+3"),
    EXPIRING(Section.SEE, Material2OutlinedAL.HOURGLASS_EMPTY, "Shortcut+4"),
    EXCEPTIONS(Section.DECIDE, Material2OutlinedAL.GAVEL, "Shortcut+5"),
    POLICIES(Section.DECIDE, Material2OutlinedMZ.POLICY, "Shortcut+6"),
    PLAYBOOKS(Section.DECIDE, Material2OutlinedMZ.MENU_BOOK, "Shortcut+P"),
    REVOCATION(Section.ACT, Material2OutlinedAL.BLOCK, "Shortcut+7"),
    ROTATION(Section.ACT, Material2OutlinedAL.AUTORENEW, "Shortcut+R"),
    BREAK_GLASS(Section.ACT, Material2OutlinedAL.FIRE_EXTINGUISHER, "Shortcut+8"),
    LEDGER(Section.PROVE, Material2OutlinedMZ.VERIFIED_USER, "Shortcut+9"),
    CONNECTIONS(Section.SOURCES, Material2OutlinedMZ.POWER, "Shortcut+0");

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
    // Ikonli's icons are enum constants: they never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon icon;

    private final String keys;

    Place(Section section, Ikon icon, String keys) {
        this.section = section;
        this.icon = icon;
        this.keys = keys;
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
        return keys;
    }
}
