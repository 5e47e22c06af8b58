package dev.curfew.app.console.shell;

import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.console.component.picker.Pick;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.estate.EntityFilter;
import java.util.List;
import java.util.function.Function;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Finds identities for the palette.
final class EntityFinder implements Function<String, List<Pick>> {

    private final Session session;

    EntityFinder(Session session) {
        this.session = session;
    }

    @Override
    public List<Pick> apply(String text) {
        return session.desk().inventory().list(EntityFilter.ofText(text)).stream()
                .limit(PickerViewModel.HITS_MAX)
                .map(line -> pick(line.row()))
                .toList();
    }

    private Pick pick(InventoryRow row) {
        Destination there = Destination.of(Place.INVENTORY, row.id().text());
        String hint = Words.kind(row.kind()) + " · " + row.id().source();
        return Pick.of(row.name(), hint, Material2OutlinedMZ.PERSON_OUTLINE, () -> session.navigator().go(there));
    }
}
