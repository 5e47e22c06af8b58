package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Answers;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.compare.PlannedDialogs;
import dev.curfew.app.console.screen.blastradius.export.Exports;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.app.console.screen.blastradius.path.PathWords;
import dev.curfew.app.console.screen.blastradius.path.StepActions;
import dev.curfew.app.console.screen.blastradius.subject.Subject;
import dev.curfew.app.console.screen.blastradius.subject.SubjectDialogs;
import dev.curfew.app.console.screen.blastradius.subject.Subjects;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.Desk;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What an identity, a credential or a set of them reaches, who reaches a resource, and what planned changes would do
/// to that.
public final class BlastRadiusScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(BlastRadiusScreen.class);

    private final Session session;
    private final BlastRadiusViewModel model;
    private final SubjectDialogs subjects;
    private final PlannedDialogs planned;
    private final ReachView view;
    private final Exports exports;
    private final ScreenFrame frame = ScreenFrame.of();
    private Optional<Chosen> putAway = Optional.empty();

    public BlastRadiusScreen(Session session) {
        this.session = session;
        Desk desk = session.desk();
        Answers answers = new Answers(desk.reach(), desk.estate()::current);
        model = new BlastRadiusViewModel(
                session.work(), new Subjects(desk.estate()::find, desk.estate()::current), answers);
        subjects = new SubjectDialogs(session);
        planned = new PlannedDialogs(session, model::compare);
        view = new ReachView(model, session, new Steps(), add());
        exports = new Exports(session, this::shown, answers::part, view.graph().tokens(), frame::tell);
        model.content().subscribe(this::show);
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::reload);
        frame.tell(Tone.NOTE, "");
        if (destination.hasFocus()) {
            model.show(destination.focus());
        } else {
            model.reload();
        }
    }

    private void show(Optional<Content<Answer>> content) {
        frame.show(content.map(this::shown).orElseGet(this::empty));
    }

    private Node shown(Content<Answer> content) {
        content.ready().ifPresent(answer -> {
            Subject subject = answer.question().subject();
            frame.crumb()
                    .set(
                            subject.isSeveral()
                                    ? subject.name()
                                    : MESSAGES.text("crumb", subject.first().source(), subject.name()));
            frame.summary().set(MESSAGES.text("summary", subject.name(), AnswerWords.summary(answer)));
            view.show(answer);
        });
        return Placeholder.of(content, MESSAGES.text("working"), MESSAGES.text("failed"), choose())
                .<Node>map(Function.identity())
                .orElse(view);
    }

    private Placeholder empty() {
        return Placeholder.empty(
                Place.BLAST_RADIUS.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), choose(), list());
    }

    private Optional<Exports.Shown> shown() {
        return model.answer()
                .flatMap(
                        answer -> model.drawn().get().ready().map(drawn -> new Exports.Shown(answer, drawn.drawing())));
    }

    private Action choose() {
        return Action.of(MESSAGES.text("choose"), Material2OutlinedMZ.PERSON_SEARCH, subjects::pick)
                .on("Shortcut+O");
    }

    private Action list() {
        return Action.of(MESSAGES.text("list"), Material2OutlinedAL.LIST_ALT, subjects::list)
                .on("Shortcut+Shift+O");
    }

    private Action add() {
        return Action.of(
                        MESSAGES.text("compare"),
                        Material2OutlinedAL.COMPARE_ARROWS,
                        () -> model.answer().ifPresent(planned::pick))
                .on("Shortcut+D")
                .when(ready());
    }

    private ObservableValue<Availability> ready() {
        return model.content()
                .map(content ->
                        Availability.unless(content.flatMap(Content::ready).isEmpty(), MESSAGES.text("choose.first")));
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(
                choose(),
                add(),
                Action.of(MESSAGES.text("revoke"), Place.REVOCATION.icon(), () -> goTo(Place.REVOCATION))
                        .when(session.acting()
                                .on(
                                        model.content()
                                                .map(content -> content.flatMap(Content::ready)
                                                        .map(answer -> answer.question()
                                                                .subject()
                                                                .first())),
                                        MESSAGES.text("choose.first"))),
                list(),
                Action.of(MESSAGES.text("inventory"), Place.INVENTORY.icon(), () -> goTo(Place.INVENTORY))
                        .when(ready()),
                copy()));
        actions.addAll(exports.actions(ready()));
        return actions;
    }

    private Action copy() {
        return Action.of(
                        MESSAGES.text("copy"),
                        Material2OutlinedAL.CONTENT_COPY,
                        () -> model.chosen()
                                .get()
                                .ifPresent(chosen -> model.answer()
                                        .ifPresent(answer -> session.copying().text(PathWords.text(answer, chosen)))))
                .on("Shortcut+Shift+C")
                .when(model.chosen().map(chosen -> Availability.unless(chosen.isEmpty(), MESSAGES.text("copy.first"))));
    }

    private void goTo(Place place) {
        model.answer()
                .ifPresent(answer -> session.navigator()
                        .go(Destination.of(
                                place, answer.question().subject().first().text())));
    }

    /// What can be done about a step of a path.
    private final class Steps implements StepActions {
        @Override
        public void compare(PlannedChange change) {
            model.compare(change);
        }

        @Override
        public void revoke(EntityId target) {
            session.navigator().go(Destination.of(Place.REVOCATION, target.text()));
        }

        @Override
        public ObservableValue<Availability> mayRevoke(EntityId target) {
            return session.acting()
                    .on(
                            new javafx.beans.property.SimpleObjectProperty<>(Optional.of(target)),
                            MESSAGES.text("choose.first"));
        }

        @Override
        public void show(Sheet sheet) {
            session.dialogs().show(sheet);
        }

        @Override
        public void copy(String text) {
            session.copying().text(text);
            frame.tell(Tone.GOOD, MESSAGES.text("copied"));
        }
    }

    @Override
    public void focusFilter() {
        view.filter().requestFocus();
    }

    @Override
    public boolean escape() {
        if (view.filter().clearIfFilled()) {
            return true;
        }
        boolean open = model.chosen().get().isPresent();
        if (open) {
            toggleInspector();
        }
        return open;
    }

    /// The chosen path below the drawing, put away and fetched again.
    @Override
    public void toggleInspector() {
        Optional<Chosen> open = model.chosen().get();
        if (open.isPresent()) {
            putAway = open;
            model.chooseNothing();
        } else {
            model.answer()
                    .flatMap(answer -> putAway.filter(it -> answer.found().contains(it.found()))
                            .or(() -> answer.found().stream().findFirst().map(Chosen::of)))
                    .ifPresent(model::choose);
        }
    }
}
