package dev.curfew.app.console.component.picker;

import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is at hand at once, what has to be searched for as soon as it is found.
public final class PickerViewModel {

    /// More than anyone reads; who does not find it types another letter.
    public static final int HITS_MAX = 50;

    private static final Messages MESSAGES = Messages.of(PickerViewModel.class);
    private static final String JOB = "picker";

    private final Work work;
    private final List<Pick> atHand;
    private final Function<String, List<Pick>> finder;
    private final int lettersMin;
    private final ObservableList<Pick> items = FXCollections.observableArrayList();

    /// @param atHand narrowed by what is typed
    /// @param finder finds by what is typed, in lower case, in the background; at most [#HITS_MAX]
    /// @param lettersMin how much must be typed before it is searched for
    public PickerViewModel(Work work, List<Pick> atHand, Function<String, List<Pick>> finder, int lettersMin) {
        this.work = work;
        this.atHand = List.copyOf(atHand);
        this.finder = finder;
        this.lettersMin = lettersMin;
        query("");
    }

    public ObservableList<Pick> items() {
        return items;
    }

    public void query(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        items.setAll(atHand.stream()
                .filter(pick -> pick.words().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
        if (wanted.length() < lettersMin) {
            work.cancel(JOB);
            return;
        }
        work.start(new Job<>(
                JOB,
                MESSAGES.text("searching"),
                _ -> finder.apply(wanted),
                items::addAll,
                failure -> items.add(Pick.of(
                        MESSAGES.text("failed"),
                        failure.sentence(),
                        dev.curfew.app.console.component.state.Tone.BAD.shape(),
                        () -> {}))));
    }
}
