package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Banners;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What may be done without anybody being asked, and what was done.
public final class PlaybooksScreen implements Screen {
    private static final Messages MESSAGES = Messages.of(PlaybooksScreen.class);

    private final Session session;
    private final PlaybooksViewModel model;
    private final PlaybookDialogs dialogs;
    private final CasesView<PlaybookEntry> view;

    public PlaybooksScreen(Session session) {
        this.session = session;
        model = new PlaybooksViewModel(session.work(), session.desk(), session.pulse()::changed);
        dialogs = new PlaybookDialogs(session, model);
        Supplier<Instant> now = session.pulse().now()::get;
        DataTable<PlaybookEntry> table = new DataTable<>(MESSAGES.text("table"), columns(now));
        table.setId("playbooks-table");
        view = new CasesView<>(
                model.cases(),
                table,
                new CasesView.Look<>(
                        MESSAGES,
                        PlaybookEntry::name,
                        it -> new PlaybookView(it, caseActions(), model.cases().review(), now.get()),
                        StandingWords::summary,
                        () -> Placeholder.empty(
                                Place.PLAYBOOKS.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), bring())),
                Banners.of(model.doubts(), doubt -> new Banner(Tone.BAD, doubt)));
    }

    private static List<TableColumn<PlaybookEntry, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.standing"),
                        14,
                        PlaybookEntry::signed,
                        StandingWords::chip,
                        Comparator.comparing(it -> it.standing())),
                Columns.words(MESSAGES.text("column.name"), 14, PlaybookEntry::name),
                Columns.drawn(
                        MESSAGES.text("column.runs"),
                        16,
                        it -> it,
                        it -> StandingWords.runs(it, now.get()),
                        Comparator.comparingLong(PlaybookEntry::waitingRuns)),
                Columns.words(
                        MESSAGES.text("column.trigger"),
                        16,
                        it -> PlaybookWords.trigger(it.signed().playbook().trigger())),
                Columns.words(
                        MESSAGES.text("column.acts"),
                        18,
                        it -> String.join(", ", it.signed().playbook().acts())),
                Columns.words(
                        MESSAGES.text("column.until"),
                        9,
                        it -> Words.relative(it.signed().playbook().expiresAt(), now.get())));
    }

    @Override
    public ScreenFrame frame() {
        return view.frame();
    }

    @Override
    public void activate(Destination destination) {
        frame().listen(session.pulse(), model::load);
        model.load();
        if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(bring());
    }

    private Action bring() {
        return model.cases().action("bring", Material2OutlinedMZ.POST_ADD, model.cases()::maySign, dialogs::bring);
    }

    /// What may follow on the selected playbook; what may not now says why.
    private List<Action> caseActions() {
        return List.of(
                model.cases().action("sign", Material2OutlinedAL.GESTURE, model::maySign, dialogs::sign),
                model.cases().action("review", Material2OutlinedMZ.RATE_REVIEW, model::mayReview, dialogs::review),
                model.cases().action("plan", Place.REVOCATION.icon(), model::mayShowPlan, this::showPlan),
                model.cases().action("withdraw", Material2OutlinedAL.BLOCK, model::mayWithdraw, dialogs::withdraw));
    }

    /// Of the run that waits to be looked at, or of the newest.
    private void showPlan() {
        model.cases()
                .selected()
                .get()
                .flatMap(it ->
                        it.toReview().or(() -> it.runs().reversed().stream().findFirst()))
                .ifPresent(one -> session.navigator()
                        .go(Destination.of(Place.REVOCATION, one.run().plan())));
    }
}
