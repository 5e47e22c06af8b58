package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Whose reach is shown, and which path of it is looked at.
final class BlastRadiusViewModel {

    private static final Messages MESSAGES = Messages.of(BlastRadiusViewModel.class);

    private final Work work;
    private final Function<String, Lookup> find;
    private final Function<EntityId, ReachPicture> picture;
    private final ReadOnlyObjectWrapper<Optional<Content<ReachPicture>>> content =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Reached>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty sensitiveOnly = new SimpleBooleanProperty();
    private String subject = "";

    /// @param find what a text names, in the background
    /// @param picture works out and lays out a reach, in the background
    BlastRadiusViewModel(Work work, Function<String, Lookup> find, Function<EntityId, ReachPicture> picture) {
        this.work = work;
        this.find = find;
        this.picture = picture;
    }

    /// Empty until somebody was picked.
    ReadOnlyObjectProperty<Optional<Content<ReachPicture>>> content() {
        return content.getReadOnlyProperty();
    }

    /// The target whose path is looked at.
    ReadOnlyObjectProperty<Optional<Reached>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    StringProperty text() {
        return text;
    }

    BooleanProperty sensitiveOnly() {
        return sensitiveOnly;
    }

    /// Shows the reach of what the id names.
    void show(String id) {
        if (!id.equals(subject)) {
            chosen.set(Optional.empty());
            content.set(Optional.of(new Content.Loading<>()));
        }
        subject = id;
        reload();
    }

    void reload() {
        if (subject.isEmpty()) {
            return;
        }
        String wanted = subject;
        work.start(new Job<>(
                "blast-radius",
                MESSAGES.text("working"),
                _ -> work(wanted),
                found -> content.set(Optional.of(found)),
                failure -> content.set(Optional.of(new Content.Failed<>(failure)))));
    }

    private Content<ReachPicture> work(String id) {
        return switch (find.apply(id)) {
            case Lookup.Found(EntityId entity) -> new Content.Ready<>(picture.apply(entity));
            case Lookup.Unknown(String unknown) -> refused(MESSAGES.text("unknown", unknown));
            case Lookup.Ambiguous(String ambiguous, List<EntityId> candidates) ->
                refused(MESSAGES.text("ambiguous", ambiguous, candidates.size()));
        };
    }

    private static Content<ReachPicture> refused(String sentence) {
        return new Content.Failed<>(new Failure(Failure.Kind.REFUSED, sentence));
    }

    void choose(Optional<Reached> reached) {
        chosen.set(reached);
    }

    /// The target nearest to what was chosen in the drawing: itself, or the first that is reached through it.
    Optional<Reached> through(List<EntityId> members) {
        return reach().flatMap(reach -> reach.reached().stream()
                .filter(it -> members.contains(it.target()))
                .findFirst()
                .or(() -> reach.reached().stream()
                        .filter(it -> it.path().stream().map(Hop::to).anyMatch(members::contains))
                        .findFirst()));
    }

    private Optional<Reach> reach() {
        return content.get().flatMap(Content::ready).map(ReachPicture::reach);
    }

    Predicate<Reached> passes() {
        String wanted = text.get().strip().toLowerCase(Locale.ROOT);
        boolean sensitive = sensitiveOnly.get();
        return it -> (!sensitive || it.sensitivity() == Sensitivity.HIGH)
                && (wanted.isEmpty()
                        || (ReachWords.how(it) + " " + Words.kind(it.kind()) + " " + it.target())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted));
    }
}
