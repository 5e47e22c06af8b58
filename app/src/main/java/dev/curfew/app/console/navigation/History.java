package dev.curfew.app.console.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where one is, where one was, and the way back. As in a web browser, going somewhere new forgets what lay ahead.
public final class History implements Navigator {

    /// Enough to retrace an hour's work; older steps are of no use to anyone.
    private static final int STEPS_MAX = 100;

    private final Deque<Destination> behind = new ArrayDeque<>();
    private final Deque<Destination> ahead = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Destination> here;

    public History(Destination start) {
        here = new ReadOnlyObjectWrapper<>(start);
    }

    public ReadOnlyObjectProperty<Destination> here() {
        return here.getReadOnlyProperty();
    }

    @Override
    public void go(Destination destination) {
        if (destination.equals(here.get())) {
            return;
        }
        behind.push(here.get());
        if (behind.size() > STEPS_MAX) {
            behind.removeLast();
        }
        ahead.clear();
        here.set(destination);
    }

    public boolean canGoBack() {
        return !behind.isEmpty();
    }

    public boolean canGoForward() {
        return !ahead.isEmpty();
    }

    public void back() {
        step(behind, ahead);
    }

    public void forward() {
        step(ahead, behind);
    }

    private void step(Deque<Destination> from, Deque<Destination> to) {
        if (!from.isEmpty()) {
            to.push(here.get());
            here.set(from.pop());
        }
    }
}
