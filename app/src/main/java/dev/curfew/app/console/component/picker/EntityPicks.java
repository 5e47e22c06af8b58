package dev.curfew.app.console.component.picker;

import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.estate.EntityFilter;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Finders over the estate.
public final class EntityPicks {

    private EntityPicks() {}

    /// Identities, and credentials that stand for none.
    ///
    /// @param chosen gets the id's text
    public static Function<String, List<Pick>> identities(Desk desk, Consumer<String> chosen) {
        return text -> desk.inventory().list(EntityFilter.ofText(text)).stream()
                .limit(PickerViewModel.HITS_MAX)
                .map(line -> identity(line.row(), chosen))
                .toList();
    }

    private static Pick identity(InventoryRow row, Consumer<String> chosen) {
        return Pick.of(
                row.name(),
                hint(row.kind(), row.id()),
                Material2OutlinedMZ.PERSON_OUTLINE,
                () -> chosen.accept(row.id().text()));
    }

    /// Policies that some kind of source issues credentials for.
    public static Function<String, List<Pick>> policies(Desk desk, Consumer<Policy> chosen) {
        return text -> desk.estate().current().snapshot().policies().stream()
                .filter(policy -> desk.kinds().issues(policy.kind()))
                .filter(policy -> mentions(policy.name() + " " + policy.id(), text))
                .limit(PickerViewModel.HITS_MAX)
                .map(policy -> Pick.of(
                        policy.name(),
                        hint(policy.kind(), policy.id()),
                        Material2OutlinedMZ.POLICY,
                        () -> chosen.accept(policy)))
                .toList();
    }

    public static Function<String, List<Pick>> credentials(Desk desk, Consumer<Credential> chosen) {
        return text -> desk.estate().current().snapshot().credentials().stream()
                .filter(it -> mentions(it.name() + " " + it.id() + " " + it.holder(), text))
                .limit(PickerViewModel.HITS_MAX)
                .map(it -> Pick.of(
                        it.id().nativeId(),
                        hint(it.kind(), it.id()),
                        Material2OutlinedMZ.VPN_KEY,
                        () -> chosen.accept(it)))
                .toList();
    }

    private static boolean mentions(String words, String text) {
        return words.toLowerCase(Locale.ROOT).contains(text);
    }

    private static String hint(String kind, EntityId id) {
        return Words.kind(kind) + " · " + id.source();
    }
}
