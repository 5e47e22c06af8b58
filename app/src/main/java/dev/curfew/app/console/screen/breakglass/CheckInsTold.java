package dev.curfew.app.console.screen.breakglass;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What check-ins came to: whatever else is done meanwhile neither hides it nor takes its place.
final class CheckInsTold {
    private final ReadOnlyObjectWrapper<List<Told>> all = new ReadOnlyObjectWrapper<>(List.of());

    /// @param good whether it is checked in whole
    record Told(String path, boolean good, String words) {}

    /// One for a path at most, the newest first.
    ReadOnlyObjectProperty<List<Told>> all() {
        return all.getReadOnlyProperty();
    }

    void tell(String path, boolean good, String words) {
        List<Told> now = new ArrayList<>(others(path));
        now.addFirst(new Told(path, good, words));
        all.set(List.copyOf(now));
    }

    /// It was read, or something newer is done with the path.
    void forget(String path) {
        all.set(others(path));
    }

    private List<Told> others(String path) {
        return all.get().stream().filter(one -> !one.path().equals(path)).toList();
    }
}
