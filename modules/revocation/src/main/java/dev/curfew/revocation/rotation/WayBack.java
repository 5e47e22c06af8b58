package dev.curfew.revocation.rotation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.trial.Bench;
import java.util.Map;
import java.util.Optional;

/// One stage back: an old credential that was cut works again, a new one that was handed over is taken back.
public final class WayBack {
    private static final Messages MESSAGES = Messages.of(WayBack.class);

    private final Bench bench;
    private final Rotating rotating;
    private final RotationBook book;

    public WayBack(Bench bench, Rotating rotating) {
        this.bench = bench;
        this.rotating = rotating;
        book = new RotationBook(bench.office());
    }

    /// @param stray as in `Rotating.start`
    /// @return the rotation, HANDED or DISCARDED; or UNKNOWN_ROTATION, ILLEGAL_STATE where there is no way back,
    ///     OLD_ONE_FAILS, TARGET_REFUSED, UNFINISHED_ROTATION, SOURCE_FAILED, ACTING_OFF, or as `Roster.holder`
    public Outcome<Rotation> back(OfficerKey officer, String id, Optional<String> stray) throws InterruptedException {
        Outcome<Rotation> found = book.find(id);
        if (!(found instanceof Outcome.Done<Rotation>(Rotation rotation))) {
            return found;
        }
        Optional<Rotator> rotator = bench.targets().rotator(rotation.old().source());
        if (rotator.isEmpty()) {
            return Outcome.refused(Refusal.ACTING_OFF, rotation.old().source().value());
        }
        try {
            return switch (rotation.stage()) {
                case CUTTING, CUT, RETURNING -> restored(officer, rotation, rotator.get());
                case MAKING, MADE, HANDING, HANDED, DISCARDING -> discarded(officer, rotation, rotator.get(), stray);
                case ENDING, ENDED, DISCARDED ->
                    Outcome.refused(Refusal.ILLEGAL_STATE, id, rotation.stage().word(), "taken back");
            };
        } catch (SourceException e) {
            return Rotating.failed(rotation.old(), e);
        }
    }

    private Outcome<Rotation> restored(OfficerKey officer, Rotation rotation, Rotator rotator)
            throws InterruptedException {
        Outcome<Rotation> entered = book.decide(officer, rotation.id(), Stage.RETURNING, Map.of());
        if (!(entered instanceof Outcome.Done<Rotation>(Rotation returning))) {
            return entered;
        }
        ActionOutcome outcome = rotator.restore(rotation.old());
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ -> {
                noLongerGone(officer, returning);
                yield Outcome.done(
                        book.enter(officer.officer(), returning, Stage.HANDED, Map.of("said", outcome.detail())));
            }
            case ActionOutcome.Refused _ -> {
                // Nothing was switched on: it can be cut all the same.
                if (rotation.stage() != Stage.RETURNING) {
                    book.enter(officer.officer(), returning, rotation.stage(), Map.of("said", outcome.detail()));
                }
                yield refused(rotation, outcome);
            }
            case ActionOutcome.Uncertain _ -> refused(rotation, outcome);
        };
    }

    private static Outcome<Rotation> refused(Rotation rotation, ActionOutcome outcome) {
        return Outcome.refused(Refusal.TARGET_REFUSED, rotation.old().source().value(), outcome.detail());
    }

    /// What was proved of its end is over, and on purpose: that is no alarm.
    private void noLongerGone(OfficerKey officer, Rotation rotation) {
        Office office = bench.office();
        Optional<RevocationPlan> plan = rotation.plan()
                .flatMap(id -> office.unitOfWork()
                        .run(transaction -> transaction.plans().find(id)));
        plan.ifPresent(cut -> new Journal(office, cut, officer.officer())
                .proven(
                        cut.steps().getLast(),
                        new Proof.NotProvable(
                                office.clock().instant(),
                                MESSAGES.text("back.reason"),
                                MESSAGES.text("back.next"),
                                null)));
    }

    /// Why whoever went back to the old one would have nothing; empty if the source lists it as good.
    private Optional<String> flaw(Rotation rotation) throws InterruptedException {
        Optional<Probe> probe = bench.probe(rotation.old().source());
        return probe.isEmpty()
                ? Optional.empty()
                : switch (probe.get().list(rotation.old())) {
                    case ListingEvidence.Listed listed when listed.active() -> Optional.empty();
                    case ListingEvidence.Listed listed -> Optional.of(listed.detail());
                    case ListingEvidence.NotListed gone -> Optional.of(gone.detail());
                    case ListingEvidence.Unreadable unread -> Optional.of(unread.detail());
                };
    }

    private static String fresh(Rotation rotation) {
        return rotation.fresh().map(CredentialId::text).orElse("");
    }

    private Outcome<Rotation> discarded(OfficerKey officer, Rotation rotation, Rotator rotator, Optional<String> stray)
            throws InterruptedException {
        if (rotation.stage() == Stage.HANDED && !rotator.takesBack()) {
            return Outcome.refused(
                    Refusal.ILLEGAL_STATE, rotation.id(), rotation.stage().word(), MESSAGES.text("back.never"));
        }
        Optional<String> flaw = rotation.stage() == Stage.HANDED ? flaw(rotation) : Optional.empty();
        if (flaw.isPresent()) {
            return Outcome.refused(Refusal.OLD_ONE_FAILS, rotation.old().text(), flaw.get(), fresh(rotation));
        }
        Outcome<Rotation> entered = book.decide(officer, rotation.id(), Stage.DISCARDING, Map.of());
        if (!(entered instanceof Outcome.Done<Rotation>(Rotation discarding))) {
            return entered;
        }
        Outcome<Rotation> cleaned = rotating.clean(officer.officer(), discarding, rotator, stray);
        return cleaned instanceof Outcome.Done<Rotation>(Rotation clean) && clean.stage() != Stage.DISCARDED
                ? Outcome.done(book.enter(officer.officer(), clean, Stage.DISCARDED, Map.of()))
                : cleaned;
    }
}
