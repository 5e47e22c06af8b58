package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.screen.inventory.timeline.TimelineSection;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Break-glass paths, and one button that drills the one that is looked at.
public final class BreakGlassScreen implements Screen {
    private static final Messages MESSAGES = Messages.of(BreakGlassScreen.class);

    private final Session session;
    private final BreakGlassViewModel model;
    private final CasesView<BreakGlassCase> view;

    public BreakGlassScreen(Session session) {
        this.session = session;
        model = new BreakGlassViewModel(
                session.work(), session.desk(), session.pulse().now()::get, session.pulse()::changed);
        DataTable<BreakGlassCase> table =
                new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("break-glass-table");
        view = new CasesView<>(
                model.cases(),
                table,
                new CasesView.Look<>(
                        MESSAGES,
                        it -> it.path().name(),
                        this::view,
                        BreakGlassScreen::summary,
                        () -> Placeholder.empty(
                                Place.BREAK_GLASS.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"))));
    }

    private PathView view(BreakGlassCase one) {
        IdentityId account = new IdentityId(one.path().source(), one.path().account());
        return new PathView(one, List.of(drill()), session.pulse().now(), new TimelineSection(session, account));
    }

    private static List<TableColumn<BreakGlassCase, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.state"),
                        11,
                        it -> it.due().state(),
                        DueWords::due,
                        Comparator.naturalOrder()),
                Columns.words(MESSAGES.text("column.path"), 13, it -> it.path().name()),
                Columns.words(MESSAGES.text("column.due"), 13, it -> DueWords.when(it.due(), now.get())),
                Columns.drawn(
                        MESSAGES.text("column.envelope"),
                        9,
                        BreakGlassCase::seal,
                        DueWords::envelope,
                        Comparator.naturalOrder()),
                Columns.words(MESSAGES.text("column.trend"), 18, it -> DueWords.trend(it.trend())),
                Columns.words(
                        MESSAGES.text("column.source"),
                        9,
                        it -> it.path().source().value()));
    }

    private static String summary(List<BreakGlassCase> paths) {
        long due = paths.stream().filter(it -> it.due().isNow()).count();
        return MESSAGES.text("summary", paths.size(), due);
    }

    @Override
    public ScreenFrame frame() {
        return view.frame();
    }

    @Override
    public void activate(Destination destination) {
        frame().listen(session.pulse(), model.cases()::load);
        model.cases().load();
        if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(drill());
    }

    private Action drill() {
        return Action.of(MESSAGES.text("drill"), Material2OutlinedMZ.PLAY_ARROW, this::ask)
                .when(model.cases().following(model::mayDrill));
    }

    /// The button names its target.
    private void ask() {
        model.cases().selected().get().ifPresent(one -> {
            DrillForm form = new DrillForm(one.path(), model.cases().signers());
            Action confirm = Action.of(
                            MESSAGES.text("drill.confirm", one.path().name()), Material2OutlinedMZ.PLAY_ARROW, () -> {
                                session.dialogs().close();
                                model.drill(form.officer(), form.holders(), this::told);
                            })
                    .when(form.availability());
            session.dialogs()
                    .show(Sheet.of(
                            MESSAGES.text("drill.title", one.path().name()),
                            MESSAGES.text("drill.lead", one.path().canary()),
                            form,
                            confirm));
        });
    }

    private void told(BreakGlassViewModel.Drilled drilled) {
        if (drilled.report().passed()) {
            model.cases()
                    .tell(MESSAGES.text(
                            "passed.drill",
                            drilled.report().path(),
                            drilled.written().pdf()));
        }
    }
}
