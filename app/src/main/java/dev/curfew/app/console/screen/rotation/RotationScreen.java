package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Rotation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Credentials that are being replaced, those that still run first.
public final class RotationScreen implements Screen {
    private static final Messages MESSAGES = Messages.of(RotationScreen.class);

    private final Session session;
    private final RotationViewModel model;
    private final RotationDialogs dialogs;
    private final CasesView<Rotation> view;

    public RotationScreen(Session session) {
        this.session = session;
        model = new RotationViewModel(session.work(), session.desk(), session.pulse()::changed);
        dialogs = new RotationDialogs(session, model);
        DataTable<Rotation> table =
                new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("rotation-table");
        view = new CasesView<>(
                model.cases(),
                table,
                new CasesView.Look<>(
                        MESSAGES,
                        Rotation::id,
                        it -> new RotationView(
                                it,
                                caseActions(),
                                model.look(it),
                                session.pulse().now()),
                        StageWords::summary,
                        () -> Placeholder.empty(
                                Place.ROTATION.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), start())));
    }

    private static List<TableColumn<Rotation, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.stage"),
                        12,
                        Rotation::stage,
                        StageWords::chip,
                        Comparator.naturalOrder()),
                Columns.words(MESSAGES.text("column.old"), 18, it -> it.old().nativeId()),
                Columns.words(MESSAGES.text("column.since"), 9, it -> Words.relative(it.since(), now.get())),
                Columns.words(MESSAGES.text("column.by"), 8, Rotation::officer),
                Columns.words(
                        MESSAGES.text("column.new"),
                        14,
                        it -> it.fresh().map(fresh -> fresh.nativeId()).orElse("")),
                Columns.words(MESSAGES.text("column.reason"), 18, Rotation::reason));
    }

    @Override
    public ScreenFrame frame() {
        return view.frame();
    }

    @Override
    public void activate(Destination destination) {
        frame().listen(session.pulse(), model.cases()::load);
        model.cases().load();
        // Ids of credentials have their source in front; those of rotations have not.
        if (destination.focus().contains(":")) {
            model.cases().whenRead(() -> start(destination.focus()));
        } else if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    /// A credential that is being rotated has one rotation: that one is looked at.
    private void start(String credential) {
        model.running(credential)
                .ifPresentOrElse(one -> model.cases().select(one.id()), () -> dialogs.start(credential));
    }

    @Override
    public List<Action> actions() {
        return List.of(start());
    }

    private Action start() {
        return model.cases().action("start", Material2OutlinedAL.ADD, model.cases()::maySign, dialogs::pick);
    }

    /// What may follow on the selected rotation; what may not now says why.
    private List<Action> caseActions() {
        return List.of(
                model.cases().action("look", Material2OutlinedMZ.VISIBILITY, model::mayLook, model::look),
                model.cases().action("cut", Material2OutlinedAL.BLOCK, model::mayCut, dialogs::cut),
                model.cases().action("back", Material2OutlinedMZ.UNDO, model::mayGoBack, dialogs::back),
                model.cases().action("finish", Material2OutlinedAL.DELETE_FOREVER, model::mayFinish, dialogs::finish),
                model.cases().action("plan", Place.REVOCATION.icon(), model::mayShowPlan, this::showPlan));
    }

    private void showPlan() {
        model.cases()
                .selected()
                .get()
                .flatMap(Rotation::plan)
                .ifPresent(plan -> session.navigator().go(Destination.of(Place.REVOCATION, plan)));
    }
}
