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
import java.util.List;
import java.util.stream.Stream;
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
        line = new NewsLine(navigator, above, unseen::clear);
    }

    /// @param news what was not told before
    void tell(List<Reacted> news) {
        unseen.addAll(0, news.stream().flatMap(ReactionBanner::words).toList());
        unseen.stream()
                .max((one, other) -> Boolean.compare(isBad(one), isBad(other)))
                .ifPresent(this::show);
    }

    private static boolean isBad(News news) {
        return news.tone() == Tone.BAD;
    }

    private void show(News first) {
        String more = unseen.size() == 1 ? "" : MESSAGES.text("reaction.more", unseen.size() - 1);
        line.show(first.tone(), (first.words() + " " + more).strip(), first.look(), first.there());
    }

    private static Stream<News> words(Reacted one) {
        return switch (one) {
            case Reacted.Ran ran -> Stream.of(ran(ran));
            case Reacted.Held(String playbook, Finding finding, String why) ->
                Stream.of(undone("reaction.held", playbook, finding, why));
            case Reacted.Stopped(String playbook, Finding finding, String why) ->
                Stream.of(undone("reaction.stopped", playbook, finding, why));
            case Reacted.Left(PlaybookRun run, String why) ->
                Stream.of(new News(
                        Tone.BAD,
                        MESSAGES.text("reaction.left", run.playbook(), why),
                        MESSAGES.text("reaction.finish"),
                        Destination.of(Place.REVOCATION, run.plan())));
            case Reacted.Told _ -> Stream.empty();
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
