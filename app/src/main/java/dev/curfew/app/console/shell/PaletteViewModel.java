package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Commands at once, things of the estate as soon as they are found.
final class PaletteViewModel {

    /// More than anyone reads; who does not find it types another letter.
    static final int HITS_MAX = 30;

    /// One letter would match nearly everything.
    private static final int LETTERS_MIN = 2;

    private final Work work;
    private final List<Action> actions;
    private final Function<String, List<PaletteItem>> finder;
    private final String searching;
    private final ObservableList<PaletteItem> items = FXCollections.observableArrayList();

    /// @param finder finds things of the estate by part of their id or name, in the background
    /// @param searching what the search is called while it runs
    PaletteViewModel(
            Work work, List<Action> actions, Function<String, List<PaletteItem>> finder, String searching) {
        this.work = work;
        this.actions = List.copyOf(actions);
        this.finder = finder;
        this.searching = searching;
        query("");
    }

    ObservableList<PaletteItem> items() {
        return items;
    }

    void query(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        items.setAll(actions.stream()
                .filter(action -> action.words().toLowerCase(Locale.ROOT).contains(wanted))
                .map(PaletteItem::of)
                .toList());
        if (wanted.length() < LETTERS_MIN) {
            work.cancel("palette");
            return;
        }
        work.start(new Job<>(
                "palette",
                searching,
                _ -> finder.apply(wanted),
                items::addAll,
                _ -> {}));
    }
}
