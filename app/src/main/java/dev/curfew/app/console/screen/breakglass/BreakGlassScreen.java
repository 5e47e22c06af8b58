package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Banners;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.screen.inventory.timeline.TimelineSection;
import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Break-glass paths, with buttons that drill, check out and check in the one that is looked at.
public final class BreakGlassScreen implements Screen {
    private static final Messages MESSAGES = Messages.of(BreakGlassScreen.class);

    /// The name of the work while a path is drilled or checked out: a session may be open then that nobody could close
    /// any more.
    public static final String ACTING = Cases.actJob(BreakGlassViewModel.KIND);

    /// The name of the work while a use is checked in.
    public static String checkInJob(String use) {
        return BreakGlassViewModel.checkInJob(use);
    }

    private final Session session;
    private final BreakGlassViewModel model;
    private final BreakGlassDialogs dialogs;
    private final CasesView<BreakGlassCase> view;
    private @Nullable TimelineSection timeline;

    public BreakGlassScreen(Session session) {
        this.session = session;
        model = new BreakGlassViewModel(
                session.work(), session.desk(), session.pulse().now()::get, session.pulse()::changed);
        dialogs = new BreakGlassDialogs(session, model);
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
                                Place.BREAK_GLASS.icon(),
                                MESSAGES.text("empty"),
                                MESSAGES.text("empty.next"),
                                register())),
                Banners.of(model.checkInsTold().all(), this::told),
                Banners.of(model.doubts(), doubt -> new Banner(Tone.BAD, doubt)));
    }

    private Banner told(CheckInsTold.Told one) {
        Action putAway = Action.of(
                MESSAGES.text("in.put-away"),
                Material2OutlinedAL.CLOSE,
                () -> model.checkInsTold().forget(one.path()));
        return new Banner(one.good() ? Tone.GOOD : Tone.BAD, one.words(), putAway);
    }

    private PathView view(BreakGlassCase one) {
        IdentityId account = new IdentityId(one.path().source(), one.path().account());
        return new PathView(
                one,
                actions(),
                UseSections.of(one, session.pulse().now(), model.live().seen(), this::review),
                timeline(account));
    }

    /// Kept while the same account is looked at.
    private TimelineSection timeline(IdentityId account) {
        TimelineSection shown = TimelineSection.of(session, account, timeline);
        timeline = shown;
        return shown;
    }

    private static List<TableColumn<BreakGlassCase, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.state"),
                        11,
                        DueWords.State::of,
                        DueWords::state,
                        Comparator.naturalOrder()),
                Columns.words(MESSAGES.text("column.path"), 13, it -> it.path().name()),
                Columns.words(MESSAGES.text("column.due"), 8, it -> DueWords.when(it.due(), now.get())),
                Columns.drawn(
                        MESSAGES.text("column.envelope"),
                        9,
                        BreakGlassCase::seal,
                        DueWords::envelope,
                        Comparator.naturalOrder()),
                Columns.words(MESSAGES.text("column.trend"), 23, it -> DueWords.trend(it.trend())),
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
        Bonds bonds = frame().listen(session.pulse(), model::load);
        bonds.watch(this::glance, session.pulse().now(), model.cases().selected());
        model.load();
        if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(
                model.cases().action("drill", Material2OutlinedMZ.PLAY_ARROW, model::mayOpen, dialogs::drill),
                model.cases().action("out", Material2OutlinedAL.LOCK_OPEN, model::mayOpen, dialogs::checkOut),
                Action.of(MESSAGES.text("in"), Material2OutlinedAL.LOCK, dialogs::checkIn)
                        .when(model.checkingIn()),
                register());
    }

    private Action register() {
        return Action.of(MESSAGES.text("register"), Material2OutlinedAL.ADD, dialogs::register)
                .when(model.registering());
    }

    private Action review(PathUse use) {
        return model.cases()
                .action(
                        "review",
                        Material2OutlinedMZ.RATE_REVIEW,
                        () -> model.mayReview(use),
                        () -> dialogs.review(use));
    }

    private void glance() {
        model.glance(session.pulse().now().get());
    }
}
