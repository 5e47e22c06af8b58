package dev.curfew.app.console.screen.overview;

import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.app.usecase.playbook.Playbooks;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was done without anybody being asked and nobody has looked at, and what waits to be signed for that.
final class PlaybookNeeds {
    private static final Messages MESSAGES = Messages.of(PlaybookNeeds.class);

    private PlaybookNeeds() {}

    static List<Need> of(Playbooks playbooks, Instant now) {
        List<Need> needs = new ArrayList<>();
        Believed<PlaybookCase> runs = playbooks.runs();
        Believed<SignedPlaybook> signed = playbooks.list();
        Believed.doubts(runs, signed)
                .forEach(doubt -> needs.add(
                        new Need(Tone.BAD, MESSAGES.text("playbook.doubt"), doubt, Destination.of(Place.PLAYBOOKS))));
        runs.all().stream()
                .map(PlaybookCase::run)
                .filter(run -> run.review().isEmpty())
                .forEach(run -> needs.add(review(run, now)));
        signed.all().stream()
                .filter(one -> one.standing() == SignedPlaybook.Standing.WAITING)
                .forEach(one -> needs.add(new Need(
                        Tone.NOTE,
                        MESSAGES.text("playbook.waits", one.playbook().name()),
                        MESSAGES.text("playbook.waits.detail", one.playbook().purpose()),
                        Destination.of(Place.PLAYBOOKS, one.hash()))));
        return needs;
    }

    private static Need review(PlaybookRun run, Instant now) {
        boolean overdue = run.isOverdue(now);
        return new Need(
                overdue ? Tone.BAD : Tone.NOTE,
                MESSAGES.text(overdue ? "playbook.overdue" : "playbook.ran", run.playbook()),
                MESSAGES.text("playbook.ran.detail", Words.relative(run.reviewBy(), now), run.because()),
                Destination.of(Place.PLAYBOOKS, run.hash()));
    }
}
