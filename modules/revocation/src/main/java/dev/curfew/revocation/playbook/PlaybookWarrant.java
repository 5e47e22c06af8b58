package dev.curfew.revocation.playbook;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookBook;
import dev.curfew.governance.playbook.Scope;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.plan.Told;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whether a plan may run because a playbook says so. Nothing is taken from the plan's word: the ledger is asked for
/// the run, the playbook for what it allows, the catalogue for what can be undone.
public final class PlaybookWarrant {
    private static final Messages MESSAGES = Messages.of(PlaybookWarrant.class);

    private final Office office;
    private final PlaybookBook book;
    private final PlaybookRuns runs;
    private final Acts acts;
    private final Catalogue catalogue;

    public PlaybookWarrant(Office office, Catalogue catalogue) {
        this.office = office;
        this.catalogue = catalogue;
        book = new PlaybookBook(office);
        runs = new PlaybookRuns(office.auditLog());
        acts = new Acts(catalogue);
    }

    /// Enters a run with its plan, if it may be: both or neither, before anything is done.
    ///
    /// @return the plan, or PLAYBOOK_NOT_IN_FORCE, RUN_BEFORE, CEILING_REACHED, BEYOND_PLAYBOOK
    public Outcome<RevocationPlan> enter(
            Transaction transaction, SignedPlaybook signed, RevocationPlan plan, Match match) {
        Playbook playbook = signed.playbook();
        List<PlaybookRun> before = runs.all(transaction);
        Optional<PlaybookRun> same = PlaybookRuns.before(before, match);
        if (same.isPresent()) {
            return Outcome.refused(
                    Refusal.RUN_BEFORE, playbook.name(), same.get().plan());
        }
        PlaybookRun run = new PlaybookRun(
                plan.id(),
                playbook.name(),
                signed.hash(),
                match.key(),
                match.occasions(),
                match.finding().sentence(),
                match.ids(),
                match.identities(),
                plan.createdAt(),
                plan.createdAt().plus(playbook.reviewWithin()),
                Optional.empty());
        return book.inForce(transaction, playbook.name(), signed.hash())
                .then(standing -> within(standing.playbook(), plan, run, before))
                .map(_ -> {
                    runs.enter(transaction, playbook, run);
                    made(transaction, playbook, plan);
                    return plan;
                });
    }

    private void made(Transaction transaction, Playbook playbook, RevocationPlan plan) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                PlanRecord.MADE,
                                plan.createdAt(),
                                playbook.actor(),
                                plan.hash(),
                                Map.of(
                                        "plan", plan.toJson(),
                                        "playbook", playbook.hash(),
                                        "device", office.device().id(),
                                        "host", office.device().host())));
    }

    /// Read again before the first step, and when a run goes on after a crash.
    ///
    /// @return the receipt, or NOT_APPROVED, DENIED, PLAYBOOK_NOT_IN_FORCE, CEILING_REACHED, BEYOND_PLAYBOOK
    public Outcome<Receipt> receipt(Transaction transaction, RevocationPlan plan) {
        Optional<LedgerEntry> made = office.auditLog().confirm(transaction, PlanRecord.MADE, plan.hash());
        List<PlaybookRun> all = runs.all(transaction);
        Optional<PlaybookRun> run =
                all.stream().filter(one -> one.plan().equals(plan.id())).findFirst();
        if (made.isEmpty() || run.isEmpty()) {
            return Outcome.refused(Refusal.NOT_APPROVED, plan.id());
        }
        if (run.get().review().filter(review -> !review.right()).isPresent()) {
            return Outcome.refused(Refusal.DENIED, plan.id());
        }
        String hash = Objects.toString(made.get().event().details().get("playbook"), "");
        return book.inForce(transaction, run.get().playbook(), hash)
                .then(standing -> within(standing.playbook(), plan, run.get(), all))
                .map(playbook -> new Receipt(plan.hash(), made.get().index(), playbook.actor(), plan.createdAt()));
    }

    private Outcome<Playbook> within(Playbook playbook, RevocationPlan plan, PlaybookRun run, List<PlaybookRun> runs) {
        Optional<String> flaw = flaw(playbook, plan, run);
        if (flaw.isPresent()) {
            return Outcome.refused(Refusal.BEYOND_PLAYBOOK, plan.id(), flaw.get());
        }
        return PlaybookRuns.fits(runs, run, playbook.ceiling())
                ? Outcome.done(playbook)
                : Outcome.refused(
                        Refusal.CEILING_REACHED,
                        playbook.name(),
                        playbook.ceiling().identities(),
                        playbook.ceiling().credentials(),
                        Spans.words(playbook.ceiling().within()));
    }

    private Optional<String> flaw(Playbook playbook, RevocationPlan plan, PlaybookRun run) {
        if (!run.hash().equals(playbook.hash()) || !plan.requester().equals(playbook.actor())) {
            return Optional.of(MESSAGES.text("other-playbook", playbook.name()));
        }
        for (PlannedStep step : plan.steps()) {
            String code = step.action().code();
            if (!playbook.acts().contains(code)) {
                return Optional.of(MESSAGES.text("other-act", code));
            }
            if (!step.action().reversible() || !acts.isReversible(code) || !isOf(step)) {
                return Optional.of(MESSAGES.text("irreversible", code));
            }
            if (!run.credentials().contains(step.credential().text())) {
                return Optional.of(
                        MESSAGES.text("other-credential", step.credential().text()));
            }
        }
        return Told.of(plan).stream()
                .filter(told -> !isNamed(playbook.scope(), told))
                .findFirst()
                .map(told -> MESSAGES.text("other-credential", told.credential()));
    }

    /// Whether the catalogue has this act for this kind of credential.
    private boolean isOf(PlannedStep step) {
        return catalogue
                .kind(step.credentialKind())
                .filter(how -> how.actions().contains(step.action()))
                .isPresent();
    }

    /// What was selected is in the run's entry, as it was then.
    private static boolean isNamed(Scope scope, Told told) {
        return switch (scope) {
            case Scope.Named named ->
                named.ids().contains(told.credential()) || named.ids().contains(told.identity());
            case Scope.Selected selected ->
                selected.touches().stream().anyMatch(source -> told.credential().startsWith(source + ":"));
        };
    }
}
