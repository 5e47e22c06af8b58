package dev.curfew.app.console.shell;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.inventory.InventoryFilter;
import dev.curfew.app.usecase.inventory.InventoryRow;
import java.util.List;
import java.util.function.Function;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Finds identities for the palette.
final class EntityFinder implements Function<String, List<PaletteItem>> {

    private final Session session;

    EntityFinder(Session session) {
        this.session = session;
    }

    @Override
    public List<PaletteItem> apply(String text) {
        return session.desk().inventory().list(new InventoryFilter("", "", "", text)).stream()
                .limit(PaletteViewModel.HITS_MAX)
                .map(this::item)
                .toList();
    }

    private PaletteItem item(InventoryRow row) {
        Destination there = Destination.of(Place.INVENTORY, row.id().text());
        String hint = Words.kind(row.kind()) + " · " + row.id().source();
        return new PaletteItem(
                row.name(), hint, Material2OutlinedMZ.PERSON_OUTLINE, true, () -> session.navigator().go(there));
    }
}
