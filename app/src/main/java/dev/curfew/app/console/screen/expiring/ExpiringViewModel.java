package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.Band;
import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.analysis.expiry.WeekCount;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.model.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What ends, in bands and in two lists.
final class ExpiringViewModel {

    /// A quarter: beyond it nobody plans a renewal.
    static final int WEEKS = 13;

    private static final Messages MESSAGES = Messages.of(ExpiringViewModel.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Work work;
    private final Supplier<ExpiryBands> read;
    private final ReadOnlyObjectWrapper<Content<ExpiryBands>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ObjectProperty<Optional<Band>> band = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Outlook> outlook = new SimpleObjectProperty<>(Outlook.BREAKS);
    private final StringProperty text = new SimpleStringProperty("");

    /// @param read reads what ends, in the background
    ExpiringViewModel(Work work, Supplier<ExpiryBands> read) {
        this.work = work;
        this.read = read;
        band.subscribe(only -> only.ifPresent(this::followBand));
    }

    /// A band is shown in a list that can have it.
    private void followBand(Band only) {
        boolean endless = only == Band.NEVER || only == Band.UNKNOWN;
        if (endless) {
            outlook.set(Outlook.NO_END);
        } else if (outlook.get() == Outlook.NO_END) {
            outlook.set(Outlook.BREAKS);
        }
    }

    ReadOnlyObjectProperty<Content<ExpiryBands>> content() {
        return content.getReadOnlyProperty();
    }

    /// The only band to show; empty: all.
    ObjectProperty<Optional<Band>> band() {
        return band;
    }

    /// Which of the lists is shown.
    ObjectProperty<Outlook> outlook() {
        return outlook;
    }

    StringProperty text() {
        return text;
    }

    void load() {
        work.start(new Job<>(
                "expiring",
                MESSAGES.text("loading"),
                _ -> read.get(),
                bands -> content.set(new Content.Ready<>(bands)),
                failure -> content.set(new Content.Failed<>(failure))));
    }

    Predicate<Expiring> passes() {
        Optional<Band> only = band.get();
        Outlook meant = outlook.get();
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        return it -> Outlook.of(it) == meant
                && only.map(one -> it.band() == one).orElse(true)
                && (wanted.isEmpty()
                        || (it.name() + " " + it.id() + " " + Words.kind(it.kind()) + " " + Words.owner(it.ownership()))
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted));
    }

    boolean isNarrowed() {
        return band.get().isPresent() || !text.get().isBlank();
    }

    void widen() {
        band.set(Optional.empty());
        text.set("");
    }

    static long count(ExpiryBands bands, Outlook outlook) {
        return bands.all().stream().filter(it -> Outlook.of(it) == outlook).count();
    }

    /// The chart in a sentence.
    static String sentence(List<WeekCount> weeks) {
        int total = weeks.stream().mapToInt(WeekCount::total).sum();
        Optional<WeekCount> fullest =
                weeks.stream().filter(week -> week.total() > 0).max(Comparator.comparingInt(WeekCount::total));
        return fullest.map(week -> MESSAGES.text("sentence", total, weeks.size(), day(week.monday()), week.total()))
                .orElseGet(() -> MESSAGES.text("sentence.none", weeks.size()));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String bandWords(Band band) {
        return MESSAGES.text("band." + band);
    }

    static String bandSentence(Map<Band, Integer> counts, Band band) {
        return MESSAGES.text("band.sentence", bandWords(band), counts.getOrDefault(band, 0));
    }
}
