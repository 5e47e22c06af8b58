package dev.curfew.app.console.screen.overview;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What needs the officer now.
public final class OverviewScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(OverviewScreen.class);

    private final Session session;
    private final Briefer briefer;
    private final ReadOnlyObjectWrapper<Content<Briefing>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final StackPane root = new StackPane();
    private final StringProperty summary = new SimpleStringProperty("");
    private final StringProperty crumb = new SimpleStringProperty("");
    private final Bonds bonds = new Bonds();

    public OverviewScreen(Session session) {
        this.session = session;
        briefer = new Briefer(session.desk(), () -> session.pulse().now().get());
        content.subscribe(this::show);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void activate(Destination destination) {
        bonds.release();
        bonds.watch(this::load, session.pulse().revision());
        load();
    }

    @Override
    public void deactivate() {
        bonds.release();
    }

    private void load() {
        session.work()
                .start(new Job<>(
                        "overview",
                        MESSAGES.text("loading"),
                        _ -> briefer.brief(),
                        found -> content.set(new Content.Ready<>(found)),
                        failure -> content.set(new Content.Failed<>(failure))));
    }

    private void show(Content<Briefing> now) {
        Node node = switch (now) {
            case Content.Loading<?> _ -> Placeholder.busy(MESSAGES.text("loading"));
            case Content.Failed<?>(Failure failure) ->
                Placeholder.failed(
                        MESSAGES.text("failed"),
                        failure.sentence(),
                        Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, this::load));
            case Content.Ready<Briefing>(Briefing briefing) ->
                briefing.isEmpty() ? empty() : new BriefingView(briefing, session.navigator());
        };
        now.ready()
                .ifPresent(briefing ->
                        summary.set(MESSAGES.text("summary", briefing.identities(), briefing.credentials())));
        root.getChildren().setAll(node);
    }

    private Placeholder empty() {
        return Placeholder.empty(
                Place.OVERVIEW.icon(),
                MESSAGES.text("empty"),
                MESSAGES.text("empty.next"),
                Action.of(
                        MESSAGES.text("connect"),
                        Place.CONNECTIONS.icon(),
                        () -> session.navigator().go(Place.CONNECTIONS)));
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public ObservableValue<String> crumb() {
        return crumb;
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }
}
