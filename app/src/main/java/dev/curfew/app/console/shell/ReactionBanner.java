package dev.curfew.app.console.shell;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.usecase.playbook.Untold;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.reaction.Reacted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// Says above everything what playbooks did by themselves, and what they are for and did not do: the newest, what was
/// not done before what was, and how much else since somebody last put it away.
final class ReactionBanner {
    private static final Messages MESSAGES = Messages.of(ReactionBanner.class);

    private final NewsLine line;
    private final List<News> unseen = new ArrayList<>();

    private record News(Tone tone, String words, String look, Destination there) {}

    /// @param above what stands above everything
    ReactionBanner(Navigator navigator, List<Node> above) {
        line = new NewsLine(navigator, above, "reaction.more", unseen::clear);
    }

    /// @param one that was not told before
    void tell(Reacted one) {
        news(one).ifPresent(unseen::addFirst);
        unseen.stream()
                .max(Comparator.comparing(ReactionBanner::isBad))
                .ifPresent(first ->
                        line.show(first.tone(), first.words(), unseen.size() - 1, first.look(), first.there()));
    }

    private static boolean isBad(News news) {
        return news.tone() == Tone.BAD;
    }

    private static Optional<News> news(Reacted one) {
        return switch (one) {
            case Reacted.Ran ran -> Optional.of(ran(ran));
            case Reacted.Held(String playbook, Finding finding, String why) ->
                Optional.of(undone("reaction.held", playbook, finding, why));
            case Reacted.Stopped(String playbook, Finding finding, String why) ->
                Optional.of(undone("reaction.stopped", playbook, finding, why));
            case Reacted.Left(PlaybookRun run, String why) ->
                Optional.of(new News(
                        Tone.BAD,
                        MESSAGES.text("reaction.left", run.playbook(), why),
                        MESSAGES.text("reaction.finish"),
                        Destination.of(Place.REVOCATION, run.plan())));
            case Reacted.Told _ -> Optional.empty();
        };
    }

    private static News ran(Reacted.Ran ran) {
        long acted = Untold.acted(ran);
        int steps = ran.report().steps().size();
        PlaybookRun run = ran.run();
        return new News(
                acted == steps ? Tone.CARE : Tone.BAD,
                MESSAGES.text(
                        acted == steps ? "reaction.ran" : "reaction.ran.partly",
                        run.playbook(),
                        run.because(),
                        acted,
                        steps),
                MESSAGES.text("reaction.review"),
                Destination.of(Place.PLAYBOOKS, run.hash()));
    }

    private static News undone(String key, String playbook, Finding finding, String why) {
        EntityId about = finding.entity();
        return new News(
                Tone.BAD,
                MESSAGES.text(key, playbook, finding.sentence(), why),
                MESSAGES.text("alarm.show"),
                about == null ? Destination.of(Place.PLAYBOOKS) : Destination.of(Place.INVENTORY, about.text()));
    }
}
