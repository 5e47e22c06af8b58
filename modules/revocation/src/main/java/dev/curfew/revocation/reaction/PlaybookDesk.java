package dev.curfew.revocation.reaction;

import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookBook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.playbook.Acts;
import dev.curfew.revocation.playbook.Match;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.playbook.PlaybookRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Where officers sign playbooks, take them back, and look at what they did.
public final class PlaybookDesk {
    private final Office office;
    private final PlaybookBook book;
    private final PlaybookRuns runs;
    private final Acts acts;
    private final Decisions decisions;

    public PlaybookDesk(Office office, Catalogue catalogue) {
        this.office = office;
        book = new PlaybookBook(office);
        runs = new PlaybookRuns(office.auditLog());
        acts = new Acts(catalogue);
        decisions = new Decisions(office);
    }

    /// In the order in which they were brought.
    public Believed<SignedPlaybook> list() {
        return office.unitOfWork().run(book::kept);
    }

    /// The newest text of that name that is neither over nor taken back, signed or not.
    ///
    /// @return it, or UNKNOWN_PLAYBOOK, or PLAYBOOK_NOT_IN_FORCE
    public Outcome<Playbook> toSign(String name) {
        return office.unitOfWork()
                .run(transaction -> book.named(transaction, name))
                .then(all -> all.reversed().stream()
                        .filter(one -> switch (one.standing()) {
                            case WAITING, IN_FORCE -> true;
                            case REPLACED, EXPIRED, WITHDRAWN, VOID -> false;
                        })
                        .findFirst()
                        .map(one -> Outcome.done(one.playbook()))
                        .orElseGet(() -> Outcome.refused(Refusal.PLAYBOOK_NOT_IN_FORCE, name)));
    }

    /// A text that may be signed now.
    ///
    /// @return the playbook, or PLAYBOOK_UNUSABLE
    public Outcome<Playbook> usable(String text) {
        return acts.usable(text, office.clock().instant());
    }

    /// What would set it off now, and what it would touch for it, ceiling and earlier runs aside.
    ///
    /// @param graph the access graph of that snapshot, asked for where the playbook needs it
    public List<Match> matches(Playbook playbook, SnapshotIndex index, Supplier<EstateGraph> graph, Noted noted) {
        Instant now = office.clock().instant();
        return Match.of(
                playbook,
                Findings.of(index, graph, noted, now, Set.of(playbook.trigger().rule())),
                index);
    }

    /// @param shown what would set it off, as the officer was shown
    /// @return the playbook with its signatures, or PLAYBOOK_UNUSABLE, or as `PlaybookBook.sign`
    public Outcome<SignedPlaybook> sign(OfficerKey officer, Playbook playbook, List<Match> shown) {
        Checked checked = checked(shown);
        return usable(playbook.text())
                .then(_ -> office.unitOfWork().run(transaction -> book.sign(transaction, officer, playbook, checked)))
                .then(_ -> signed(playbook));
    }

    private Outcome<SignedPlaybook> signed(Playbook playbook) {
        return office.unitOfWork()
                .run(transaction -> book.named(transaction, playbook.name()))
                .map(all -> all.stream()
                        .filter(one -> one.hash().equals(playbook.hash()))
                        .findFirst()
                        .orElseThrow());
    }

    private Checked checked(List<Match> shown) {
        Object effect = shown.stream()
                .map(match ->
                        Map.of("trigger", match.key(), "occasions", match.occasions(), "credentials", match.ids()))
                .toList();
        return Checked.on(office.store().current(), Recheck.SAME, Sha256.ofJson(effect));
    }

    private Checked unchecked() {
        return Checked.on(office.store().current(), Recheck.NOT_CHECKED, "");
    }

    /// Takes back all of that name that wait or are in force: for good, by one officer.
    ///
    /// @return them, or UNKNOWN_PLAYBOOK, NO_REASON, PLAYBOOK_NOT_IN_FORCE, or as `PlaybookBook.withdraw`
    public Outcome<List<SignedPlaybook>> withdraw(OfficerKey officer, String name, String remark) {
        if (remark.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        Checked checked = unchecked();
        return office.unitOfWork()
                .run(transaction -> book.named(transaction, name)
                        .then(all -> withdraw(transaction, officer, all, checked, remark.strip()))
                        .then(count -> count == 0
                                ? Outcome.<Integer>refused(Refusal.PLAYBOOK_NOT_IN_FORCE, name)
                                : Outcome.done(count))
                        .then(_ -> book.named(transaction, name)));
    }

    private Outcome<Integer> withdraw(
            Transaction transaction, OfficerKey officer, List<SignedPlaybook> all, Checked checked, String remark) {
        Outcome<Integer> withdrawn = Outcome.done(0);
        for (SignedPlaybook one : all) {
            boolean standing = switch (one.standing()) {
                case WAITING, IN_FORCE, REPLACED, VOID -> true;
                case EXPIRED, WITHDRAWN -> false;
            };
            if (standing) {
                withdrawn =
                        withdrawn.then(before -> book.withdraw(transaction, officer, one.playbook(), checked, remark)
                                .map(_ -> before + 1));
            }
        }
        return withdrawn;
    }

    /// Oldest first.
    public List<PlaybookRun> runs() {
        return office.unitOfWork().run(runs::all);
    }

    /// That an officer has looked at a run, and whether it should have been done.
    ///
    /// @return the run, or UNKNOWN_RUN, ALREADY_SIGNED, NO_REASON, or as `Decisions.enter`
    public Outcome<PlaybookRun> review(OfficerKey officer, String plan, boolean right, String remark) {
        if (remark.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        Checked checked = unchecked();
        return office.unitOfWork()
                .run(transaction -> found(transaction, plan)
                        .then(PlaybookDesk::unreviewed)
                        .then(run -> decisions.enter(
                                transaction,
                                officer,
                                subject(run),
                                right ? Decision.APPROVE : Decision.DENY,
                                checked,
                                remark.strip(),
                                Map.of("remark", remark.strip())))
                        .then(_ -> found(transaction, plan)));
    }

    private Outcome<PlaybookRun> found(Transaction transaction, String plan) {
        Function<PlaybookRun, Outcome<PlaybookRun>> done = Outcome::done;
        return runs.find(transaction, plan).map(done).orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_RUN, plan));
    }

    private static Outcome<PlaybookRun> unreviewed(PlaybookRun run) {
        return run.review()
                .<Outcome<PlaybookRun>>map(
                        review -> Outcome.refused(Refusal.ALREADY_SIGNED, run.plan(), review.officer()))
                .orElseGet(() -> Outcome.done(run));
    }

    private static Subject subject(PlaybookRun run) {
        return new Subject(
                Subject.Kind.PLAYBOOK_RUN, run.plan(), PlaybookRuns.hash(run), run.credentials(), "", Instant.EPOCH);
    }
}
