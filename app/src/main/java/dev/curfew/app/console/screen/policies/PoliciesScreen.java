package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.policy.PolicyCheck;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The policies that decide requests: what they say, the text that says it, its cases, what it would have decided, and
/// every version there was.
public final class PoliciesScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(PoliciesScreen.class);

    /// Long enough that nothing is checked between two keys, short enough that nobody waits for it.
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Session session;
    private final PoliciesViewModel model;
    private final PolicyDialogs dialogs;
    private final ObjectProperty<Aspect> aspect = new SimpleObjectProperty<>(Aspect.RULES);
    private final Pills<Aspect> aspects = new Pills<>(List.of(Aspect.values()), PoliciesScreen::words, aspect);
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final StandingBar standing = new StandingBar();
    private final DataTable<PolicyRule> rules = PolicyTables.rules();
    private final DataTable<PolicyCases.Result> results = PolicyTables.cases();
    private final DataTable<Replay.Change> changes = PolicyTables.changes();
    private final DataTable<SavedVersion> versions = PolicyTables.versions();
    private final Writing text;
    private final Writing cases;
    private final SplitPane casesPane;
    private final StackPane place = new StackPane();
    private final ScreenFrame frame;

    public PoliciesScreen(Session session) {
        this.session = session;
        model = new PoliciesViewModel(session.work(), session.desk(), session.pulse()::changed, PAUSE);
        dialogs = new PolicyDialogs(session, model);
        text = new Writing(
                MESSAGES.text("aspect.TEXT"), "policies-text", model.draft().policies());
        cases = new Writing(
                MESSAGES.text("aspect.CASES"),
                "policies-cases-text",
                model.draft().cases());
        casesPane = new SplitPane(cases, results);
        casesPane.getStyleClass().add("side-pane");
        HBox bar = new HBox(aspects, filter);
        bar.getStyleClass().add("toolbar");
        aspects.setMinWidth(Region.USE_PREF_SIZE);
        frame = ScreenFrame.inspecting(place, standing, bar);
        connect();
    }

    private void connect() {
        aspect.subscribe(this::turnTo);
        filter.textProperty().subscribe(this::narrow);
        model.content().subscribe(this::show);
        model.check().subscribe(it -> it.ifPresent(this::show));
        model.cases().subscribe(this::showCases);
        model.replay().subscribe(this::showReplay);
        model.told().subscribe(words -> frame.tell(Tone.BAD, words));
        model.draft().policies().subscribe((_, _) -> stand());
        model.draft().cases().subscribe((_, _) -> stand());
        inspecting(rules, rule -> Inspections.of(rule, showing(rule)));
        inspecting(changes, change -> Inspections.of(change, inLedger(change)));
        inspecting(versions, saved -> Inspections.of(saved, taking(saved)));
    }

    private <R> void inspecting(DataTable<R> table, Function<R, Node> full) {
        table.getSelectionModel().selectedItemProperty().subscribe(one -> {
            if (one != null) {
                frame.inspect(full.apply(one));
                frame.openInspector();
            }
        });
    }

    private void turnTo(Aspect now) {
        frame.closeInspector();
        for (DataTable<?> table : List.of(rules, changes, versions)) {
            table.getSelectionModel().clearSelection();
        }
        frame.inspect(Placeholder.empty(
                Place.POLICIES.icon(), MESSAGES.text("inspect.none"), MESSAGES.text("inspect.none.next")));
        filter.setVisible(now == Aspect.RULES);
        place.getChildren()
                .setAll(
                        switch (now) {
                            case RULES -> rules;
                            case TEXT -> text;
                            case CASES -> casesPane;
                            case REPLAY -> changes;
                            case HISTORY -> versions;
                        });
    }

    private static String words(Aspect aspect) {
        return MESSAGES.text("aspect." + aspect);
    }

    private void show(Content<PoliciesViewModel.Shown> content) {
        Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                .ifPresent(standIn -> {
                    versions.standIn(standIn);
                    rules.standIn(
                            Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                                    .orElseThrow());
                });
        content.ready().ifPresent(shown -> versions.show(shown.history()));
        stand();
    }

    private void show(PolicyCheck check) {
        if (!check.inPolicies().isEmpty()) {
            rules.standIn(Placeholder.failed(
                    MESSAGES.text("rules.broken"), check.inPolicies().getFirst().words(), toText(check)));
        } else if (!rules.rows().equals(check.rules())) {
            rules.show(check.rules());
            rules.setPlaceholder(Placeholder.empty(
                    Place.POLICIES.icon(), MESSAGES.text("rules.empty"), MESSAGES.text("rules.empty.next")));
        }
        text.show(check.inPolicies());
        cases.show(check.inCases());
        frame.summary().set(MESSAGES.text("summary", check.rules().size(), check.cases()));
        stand();
    }

    private void showCases(Optional<Content<List<PolicyCases.Result>>> content) {
        if (content.isEmpty()) {
            results.standIn(Placeholder.empty(
                    Material2OutlinedAL.FACT_CHECK, MESSAGES.text("cases.not"), MESSAGES.text("cases.next"), run()));
        }
        content.ifPresent(now -> {
            Placeholder.of(now, MESSAGES.text("running"), MESSAGES.text("cases.broken"), model::runCases)
                    .ifPresent(results::standIn);
            now.ready().ifPresent(results::show);
        });
        stand();
    }

    private void showReplay(Optional<Content<Replay.Result>> content) {
        if (content.isEmpty()) {
            changes.standIn(Placeholder.empty(
                    Material2OutlinedMZ.REPLAY, MESSAGES.text("replay.not"), MESSAGES.text("replay.next"), again()));
        }
        content.ifPresent(now -> {
            Placeholder.of(now, MESSAGES.text("replaying"), MESSAGES.text("replay.broken"), model::replayAll)
                    .ifPresent(changes::standIn);
            now.ready().ifPresent(found -> {
                changes.show(found.changes());
                changes.setPlaceholder(Placeholder.empty(
                        Material2OutlinedAL.CHECK_CIRCLE,
                        StandingBar.summary(found),
                        MESSAGES.text("replay.same.next")));
            });
        });
        stand();
    }

    private void stand() {
        standing.show(model, session.pulse().now().get());
    }

    private void narrow() {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        rules.narrow(rule -> wanted.isEmpty()
                || rule.source().toLowerCase(Locale.ROOT).contains(wanted)
                || rule.remark().toLowerCase(Locale.ROOT).contains(wanted));
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::load).add(session.pulse().now().subscribe(this::stand));
        model.load();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                action("save", Material2OutlinedMZ.SAVE, model::maySave, dialogs::save)
                        .on("Shortcut+S"),
                run(),
                again(),
                action("discard", Material2OutlinedMZ.UNDO, model::mayDiscard, model::discard));
    }

    private Action run() {
        return action("run", Material2OutlinedAL.FACT_CHECK, model::mayTry, () -> {
                    aspect.set(Aspect.CASES);
                    model.runCases();
                })
                .on("Shortcut+T");
    }

    private Action again() {
        return action("replay", Material2OutlinedMZ.REPLAY, model::mayReplay, () -> {
                    aspect.set(Aspect.REPLAY);
                    model.replayAll();
                })
                .on("Shortcut+Shift+R");
    }

    private Action toText(PolicyCheck check) {
        return Action.of(MESSAGES.text("show.problem"), Material2OutlinedAL.EDIT, () -> {
            aspect.set(Aspect.TEXT);
            text.goTo(check.inPolicies().getFirst().place());
        });
    }

    private Action showing(PolicyRule rule) {
        return Action.of(MESSAGES.text("show"), Material2OutlinedAL.EDIT, () -> {
            aspect.set(Aspect.TEXT);
            text.goTo(rule.place());
        });
    }

    private Action inLedger(Replay.Change change) {
        return Action.of(
                MESSAGES.text("ledger"),
                Place.LEDGER.icon(),
                () -> session.navigator().go(Destination.of(Place.LEDGER, change.request())));
    }

    private Action taking(SavedVersion saved) {
        return Action.of(MESSAGES.text("take"), Material2OutlinedMZ.RESTORE, () -> {
            model.take(saved.version());
            aspect.set(Aspect.TEXT);
        });
    }

    private Action action(String key, Ikon icon, Supplier<Availability> may, Runnable run) {
        return Action.of(MESSAGES.text(key), icon, run).when(model.following(may));
    }

    @Override
    public void focusFilter() {
        aspect.set(Aspect.RULES);
        filter.requestFocus();
    }

    @Override
    public boolean escape() {
        return filter.clearIfFilled() || frame.closeInspector();
    }
}
