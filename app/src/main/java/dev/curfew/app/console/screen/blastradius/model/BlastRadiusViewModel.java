package dev.curfew.app.console.screen.blastradius.model;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.query.Path;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Folding;
import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Answers;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.app.console.screen.blastradius.answer.Question;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.subject.Subject;
import dev.curfew.app.console.screen.blastradius.subject.Subjects;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Running;
import dev.curfew.app.console.work.Work;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is asked, what is answered, what of it is drawn and looked at. Newest wins: what was asked before is cancelled.
public final class BlastRadiusViewModel {

    private static final Messages MESSAGES = Messages.of(BlastRadiusViewModel.class);

    /// A drawing, and whether it is the same as before with other folds.
    public record Drawn(Drawing drawing, boolean refolded) {}

    private final Work work;
    private final Subjects subjects;
    private final Answers answers;
    private final LayeredLayout layout = new LayeredLayout();
    private final ReadOnlyObjectWrapper<Optional<Content<Answer>>> content =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Content<Drawn>> drawn = new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Content<List<Choke>>> chokes =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Content<List<Path>>> ways =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<List<PlannedChange>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final Narrowing narrowing = new Narrowing();
    private String focus = "";
    private @Nullable Running asking;
    private @Nullable Direction direction;
    private Folding folding = Folding.START;

    /// @param subjects asked in the background
    /// @param answers likewise
    public BlastRadiusViewModel(Work work, Subjects subjects, Answers answers) {
        this.work = work;
        this.subjects = subjects;
        this.answers = answers;
    }

    /// Empty until something was picked.
    public ReadOnlyObjectProperty<Optional<Content<Answer>>> content() {
        return content.getReadOnlyProperty();
    }

    public Optional<Answer> answer() {
        return content.get().flatMap(Content::ready);
    }

    public ReadOnlyObjectProperty<Content<Drawn>> drawn() {
        return drawn.getReadOnlyProperty();
    }

    /// What of the answer is looked at.
    public ReadOnlyObjectProperty<Optional<Chosen>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Content<List<Choke>>> chokes() {
        return chokes.getReadOnlyProperty();
    }

    /// Other ways to what is looked at, the one told among them.
    public ReadOnlyObjectProperty<Content<List<Path>>> ways() {
        return ways.getReadOnlyProperty();
    }

    /// What somebody thinks of changing.
    public ReadOnlyObjectProperty<List<PlannedChange>> changes() {
        return changes.getReadOnlyProperty();
    }

    /// What is left out of the list.
    public Narrowing narrowing() {
        return narrowing;
    }

    /// Shows what the focus names. Changes that were planned on something else are not planned any more.
    public void show(String id) {
        if (!id.equals(focus)) {
            chosen.set(Optional.empty());
            changes.set(List.of());
            direction = null;
            folding = Folding.START;
            narrowing.clear();
            content.set(Optional.of(new Content.Loading<>()));
        }
        focus = id;
        reload();
    }

    /// Looks from the other side.
    public void look(Direction other) {
        direction = other;
        folding = Folding.START;
        chosen.set(Optional.empty());
        reload();
    }

    /// What it would be with one more change.
    public void compare(PlannedChange change) {
        if (!changes.get().contains(change)) {
            List<PlannedChange> more = new ArrayList<>(changes.get());
            more.add(change);
            plan(more);
        }
    }

    /// Without this change after all.
    public void keep(PlannedChange change) {
        plan(changes.get().stream().filter(it -> !it.equals(change)).toList());
    }

    public void endComparison() {
        plan(List.of());
    }

    private void plan(List<PlannedChange> planned) {
        changes.set(List.copyOf(planned));
        narrowing.fate().set(Optional.empty());
        folding = Folding.START;
        reload();
    }

    public void reload() {
        if (focus.isEmpty()) {
            return;
        }
        String wanted = focus;
        Direction side = direction;
        List<PlannedChange> planned = changes.get();
        asking = work.start(
                new Job<>(
                        "blast-radius",
                        MESSAGES.text("working"),
                        _ -> answer(wanted, side, planned),
                        this::show,
                        failure -> content.set(Optional.of(new Content.Failed<>(failure)))),
                this::stopped);
    }

    private Answer answer(String wanted, @Nullable Direction side, List<PlannedChange> planned) {
        Subject subject = subjects.of(wanted);
        return answers.of(new Question(subject, side == null ? subject.natural() : side, planned));
    }

    /// A person stopped it, or something newer took its place: only the first leaves nothing to show.
    private void stopped() {
        boolean newest = asking != null && asking.isCancelled();
        if (newest && content.get().filter(Content.Loading.class::isInstance).isPresent()) {
            Failure failure = new Failure(Failure.Kind.REFUSED, MESSAGES.text("stopped"));
            content.set(Optional.of(new Content.Failed<>(failure)));
        }
    }

    private void show(Answer answer) {
        direction = answer.question().direction();
        content.set(Optional.of(new Content.Ready<>(answer)));
        chosen.set(chosen.get().flatMap(before -> again(answer, before)));
        draw(answer, false);
        findChokes(answer);
    }

    /// The same in a newer answer.
    private static Optional<Chosen> again(Answer answer, Chosen before) {
        return answer.found().stream()
                .filter(found -> found.id().equals(before.found().id()))
                .findFirst()
                .map(found ->
                        found.path().equals(before.path()) ? Chosen.of(found).at(before.at()) : Chosen.of(found));
    }

    private void draw(Answer answer, boolean refolded) {
        Folding folds = folding;
        if (!refolded) {
            drawn.set(new Content.Loading<>());
        }
        work.start(new Job<>(
                "blast-radius-drawing",
                MESSAGES.text("drawing"),
                _ -> layout.of(Sketch.of(answer.strands(), answer.index(), folds)),
                laidOut -> drawn.set(new Content.Ready<>(new Drawn(laidOut, refolded))),
                failure -> drawn.set(new Content.Failed<>(failure))));
    }

    /// Draws more of a fold.
    public void open(String fold) {
        refold(folding.open(fold));
    }

    public void close(String fold) {
        refold(folding.close(fold));
    }

    public void closeAll() {
        refold(Folding.START);
    }

    /// Whether something was opened.
    public boolean isUnfolded() {
        return !folding.opened().isEmpty();
    }

    public boolean isFull() {
        return folding.isFull();
    }

    private void refold(Folding next) {
        folding = next;
        answer().ifPresent(answer -> draw(answer, true));
    }

    private void findChokes(Answer answer) {
        chokes.set(new Content.Loading<>());
        Question question = answer.question();
        work.start(new Job<>(
                "choke-points",
                MESSAGES.text("chokes"),
                _ -> answers.chokes(question.subject(), question.direction()),
                found -> chokes.set(new Content.Ready<>(found)),
                failure -> chokes.set(new Content.Failed<>(failure))));
    }

    public void choose(Chosen what) {
        boolean other =
                chosen.get().filter(it -> it.found().equals(what.found())).isEmpty();
        chosen.set(Optional.of(what));
        if (other) {
            findWays(what.found());
        }
    }

    /// Once more, where that failed.
    public void findWays() {
        chosen.get().ifPresent(what -> findWays(what.found()));
    }

    private void findWays(Found found) {
        ways.set(new Content.Loading<>());
        work.start(new Job<>(
                "ways",
                MESSAGES.text("ways"),
                _ -> answers.ways(found),
                paths -> ways.set(new Content.Ready<>(paths)),
                failure -> ways.set(new Content.Failed<>(failure))));
    }

    public void chooseNothing() {
        chosen.set(Optional.empty());
    }

    /// What was found that is nearest to these: one of them, or the first that is reached through one.
    public Optional<Found> through(List<EntityId> members) {
        return answer().flatMap(answer -> answer.found().stream()
                .filter(it -> members.contains(it.id()))
                .findFirst()
                .or(() -> answer.found().stream()
                        .filter(it -> it.path().stream()
                                .anyMatch(hop -> members.contains(hop.to()) || members.contains(hop.from())))
                        .findFirst()));
    }

    /// The nearest thing whose path takes that hop, with the hop looked at.
    public Optional<Chosen> by(Hop hop) {
        return answer().flatMap(answer -> answer.found().stream()
                .filter(it -> place(it.path(), hop) >= 0)
                .min((one, other) ->
                        Integer.compare(one.path().size(), other.path().size()))
                .map(found -> Chosen.of(found).at(place(found.path(), hop))));
    }

    private static int place(List<Hop> path, Hop wanted) {
        for (int i = 0; i < path.size(); i++) {
            Hop hop = path.get(i);
            if (hop.from().equals(wanted.from()) && hop.to().equals(wanted.to()) && hop.kind() == wanted.kind()) {
                return i;
            }
        }
        return -1;
    }

    /// How many of the answer have that fate.
    public long count(Fate fate) {
        return answer().map(it -> it.count(fate)).orElse(0L);
    }
}
