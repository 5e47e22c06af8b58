package dev.curfew.app.console.screen.blastradius;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.picker.EntityPicks;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What one identity, credential or policy reaches.
public final class BlastRadiusScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(BlastRadiusScreen.class);

    private final Session session;
    private final BlastRadiusViewModel model;
    private final ReachView view;
    private final ScreenFrame frame = ScreenFrame.of();

    public BlastRadiusScreen(Session session) {
        this.session = session;
        model = new BlastRadiusViewModel(
                session.work(), session.desk().estate()::find, new ReachPictures(session.desk())::of);
        view = new ReachView(model);
        model.content().subscribe(this::show);
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::reload);
        if (destination.hasFocus()) {
            model.show(destination.focus());
        } else {
            model.reload();
        }
    }

    private void show(Optional<Content<ReachPicture>> content) {
        frame.show(content.map(this::shown).orElseGet(this::empty));
    }

    private Node shown(Content<ReachPicture> content) {
        content.ready().ifPresent(picture -> {
            frame.crumb().set(picture.reach().from().source() + " › " + picture.name());
            frame.summary().set(picture.name() + " " + ReachWords.summary(picture.reach()));
            view.show(picture);
        });
        return Placeholder.of(content, MESSAGES.text("working"), MESSAGES.text("failed"), choose())
                .<Node>map(Function.identity())
                .orElse(view);
    }

    private Placeholder empty() {
        return Placeholder.empty(
                Place.BLAST_RADIUS.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), choose());
    }

    private Action choose() {
        return Action.of(MESSAGES.text("choose"), Material2OutlinedMZ.PERSON_SEARCH, this::openPicker)
                .on("Shortcut+O");
    }

    private void openPicker() {
        PickerViewModel picks = new PickerViewModel(
                session.work(),
                List.of(),
                EntityPicks.identities(
                        session.desk(), id -> session.navigator().go(Destination.of(Place.BLAST_RADIUS, id))),
                0);
        PickerView picker = new PickerView(picks, MESSAGES.text("choose.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("choose"), "", picker).focusing(picker.field()));
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Availability> shown = Bindings.createObjectBinding(
                () -> Availability.unless(frame.crumb().get().isEmpty(), MESSAGES.text("choose.first")), frame.crumb());
        return List.of(
                choose(),
                Action.of(MESSAGES.text("inventory"), Place.INVENTORY.icon(), () -> goTo(Place.INVENTORY))
                        .when(shown),
                Action.of(MESSAGES.text("revoke"), Place.REVOCATION.icon(), () -> goTo(Place.REVOCATION))
                        .when(session.acting()
                                .on(
                                        model.content()
                                                .map(content -> content.flatMap(Content::ready)
                                                        .map(picture ->
                                                                picture.reach().from())),
                                        MESSAGES.text("choose.first"))));
    }

    private void goTo(Place place) {
        model.content()
                .get()
                .flatMap(Content::ready)
                .ifPresent(picture -> session.navigator()
                        .go(Destination.of(place, picture.reach().from().text())));
    }

    @Override
    public void focusFilter() {
        view.filter().requestFocus();
    }

    @Override
    public boolean escape() {
        return view.filter().clearIfFilled();
    }
}
