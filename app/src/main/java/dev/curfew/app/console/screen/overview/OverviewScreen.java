package dev.curfew.app.console.screen.overview;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What needs the officer now.
public final class OverviewScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(OverviewScreen.class);

    /// Two weeks: as many days as have room with their names.
    private static final int DAYS = 14;

    private final Session session;
    private final Briefer briefer;
    private final VelocityView velocity = new VelocityView();
    private final ReadOnlyObjectWrapper<Content<Briefing>> content =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ScreenFrame frame = ScreenFrame.of();

    public OverviewScreen(Session session) {
        this.session = session;
        briefer = new Briefer(session.desk(), () -> session.pulse().now().get());
        content.subscribe(this::show);
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), this::load);
        load();
    }

    private void load() {
        session.work()
                .start(new Job<>(
                        "overview",
                        MESSAGES.text("loading"),
                        _ -> briefer.brief(),
                        found -> content.set(new Content.Ready<>(found)),
                        failure -> content.set(new Content.Failed<>(failure))));
        session.work()
                .start(new Job<>(
                        "velocity",
                        MESSAGES.text("velocity.loading"),
                        _ -> session.desk().velocity().of(DAYS),
                        velocity::show,
                        _ -> velocity.failed()));
    }

    private void show(Content<Briefing> now) {
        Placeholder.of(now, MESSAGES.text("loading"), MESSAGES.text("failed"), this::load)
                .ifPresent(frame::show);
        now.ready().ifPresent(this::show);
    }

    private void show(Briefing briefing) {
        frame.summary().set(MESSAGES.text("summary", briefing.identities(), briefing.credentials()));
        frame.show(briefing.isEmpty() ? empty() : new BriefingView(briefing, velocity, session.navigator()));
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
}
