package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.HandedFile;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.app.usecase.playbook.PlaybookCheck;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.Match;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The playbooks, and what is done with the one that is looked at.
final class PlaybooksViewModel {
    private static final Messages MESSAGES = Messages.of(PlaybooksViewModel.class);

    private static final String KIND = "playbooks";

    private final Work work;
    private final Desk desk;
    private final Cases<PlaybookEntry, List<Match>> cases;
    private final ReadOnlyObjectWrapper<List<String>> doubts = new ReadOnlyObjectWrapper<>(List.of());

    /// A playbook with what would set it off, as whoever signs it is shown both.
    record Shown(Playbook playbook, List<Match> matches) {}

    /// @param changed called when the workspace has changed
    PlaybooksViewModel(Work work, Desk desk, Runnable changed) {
        this.work = work;
        this.desk = desk;
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        KIND,
                        MESSAGES,
                        this::all,
                        PlaybookEntry::id,
                        PlaybookEntry::stands,
                        it -> desk.playbooks().matches(it.signed().playbook())),
                changed);
    }

    Cases<PlaybookEntry, List<Match>> cases() {
        return cases;
    }

    /// What the ledger says of playbooks and their runs that counts for nothing.
    ReadOnlyObjectProperty<List<String>> doubts() {
        return doubts.getReadOnlyProperty();
    }

    void load() {
        cases.load();
        work.glance(new Job<>(KIND + "-doubts", MESSAGES.text("loading"), _ -> inDoubt(), doubts::set, _ -> {}));
    }

    private List<String> inDoubt() {
        return Believed.doubts(desk.playbooks().list(), desk.playbooks().runs());
    }

    /// Those that stand first, the newest first.
    private List<PlaybookEntry> all() {
        List<PlaybookCase> runs = desk.playbooks().runs().all();
        return desk.playbooks().list().all().reversed().stream()
                .map(one -> new PlaybookEntry(one, of(one, runs)))
                .sorted(Comparator.comparing(it -> !it.stands()))
                .toList();
    }

    private static List<PlaybookCase> of(SignedPlaybook signed, List<PlaybookCase> runs) {
        return runs.stream()
                .filter(one -> one.run().hash().equals(signed.hash()))
                .toList();
    }

    Availability maySign() {
        return cases.mayDecide(PlaybookEntry::waits, MESSAGES.text("sign.not"));
    }

    Availability mayWithdraw() {
        return cases.mayAct(PlaybookEntry::stands, MESSAGES.text("withdraw.not"));
    }

    Availability mayReview() {
        return cases.mayAct(it -> it.toReview().isPresent(), MESSAGES.text("review.not"));
    }

    Availability mayShowPlan() {
        return Availability.unless(cases.selected().get().isEmpty(), MESSAGES.text("select.first"))
                .and(Availability.unless(
                        cases.selected()
                                .get()
                                .filter(it -> !it.runs().isEmpty())
                                .isEmpty(),
                        MESSAGES.text("plan.not")));
    }

    /// Reads a playbook that somebody wrote to a file.
    ///
    /// @param shown in the foreground
    void bring(Path file, Consumer<Shown> shown) {
        work.start(new Job<>(
                KIND + "-file",
                MESSAGES.text("bringing", file.getFileName()),
                _ -> {
                    Playbook playbook = desk.playbooks().usable(HandedFile.read(file, PlaybookCheck.BYTES_MAX));
                    return new Shown(playbook, desk.playbooks().matches(playbook));
                },
                shown,
                failure -> cases.tell(failure.sentence())));
    }

    /// @param shown as it was shown
    void sign(OfficerLogin login, Shown shown) {
        cases.act(
                MESSAGES.text("signing"),
                login,
                List.of(),
                _ -> desk.playbooks().sign(login, shown.playbook(), shown.matches()),
                signed -> {
                    cases.select(signed.hash());
                    cases.tellGood(MESSAGES.text(signed.isInForce() ? "signed.force" : "signed.waits", left(signed)));
                });
    }

    private static int left(SignedPlaybook signed) {
        return Math.max(0, signed.playbook().signatures() - signed.signers().size());
    }

    void withdraw(OfficerLogin login, String name, String reason) {
        cases.act(
                MESSAGES.text("withdrawing"),
                login,
                List.of(),
                _ -> new ArrayList<>(desk.playbooks().withdraw(login, name, reason)),
                _ -> {});
    }

    void review(OfficerLogin login, String run, boolean right, String remark) {
        cases.act(
                MESSAGES.text("reviewing.run"),
                login,
                List.of(),
                _ -> desk.playbooks().review(login, run, right, remark),
                _ -> {});
    }
}
