package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts ends on standing access. Begun again after a crash, it goes on with the one that was begun.
public final class Boxing {
    /// Who else has it, and what it reaches, is as old as the reading.
    private static final Duration AGE_MAX = Duration.ofHours(1);

    private final Office office;
    private final Targets targets;
    private final BoxPlanning planning;
    private final BoxBook book;

    public Boxing(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
        planning = new BoxPlanning(targets);
        book = new BoxBook(office);
    }

    /// In the order of their beginning.
    public List<Boxed> all() {
        return book.all();
    }

    /// What the end would do. Changes nothing.
    ///
    /// @return the plan, or UNKNOWN_SUBJECT, NOT_HELD, AMBIGUOUS, BAD_END, ACTING_OFF, NOT_BOXABLE, PROTECTED,
    ///     OWN_CREDENTIAL, SOURCE_FAILED
    public Outcome<BoxPlan> plan(BoxOrder order) throws InterruptedException {
        return plan(index(), order);
    }

    private Outcome<BoxPlan> plan(SnapshotIndex index, BoxOrder order) throws InterruptedException {
        return order.until().isAfter(office.clock().instant())
                ? planning.plan(index, order)
                : Outcome.refused(Refusal.BAD_END, order.until());
    }

    private SnapshotIndex index() {
        return new SnapshotIndex(office.store().current());
    }

    /// Puts the end on it.
    ///
    /// @param shown the digest of the plan that was looked at; empty: whatever comes out now
    /// @return the box, BEGUN; or as [#plan], NO_REASON, STALE_SNAPSHOT, CHANGED_SINCE_SHOWN, ALREADY_BOXED,
    ///     CHANGED_AT_SOURCE, UNFINISHED_TIMEBOX, or as `Roster.holder`
    public Outcome<Boxed> apply(OfficerKey officer, BoxOrder order, String reason, Optional<String> shown)
            throws InterruptedException {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        SnapshotIndex index = index();
        Outcome<StandingAccess> named = Ordered.access(index, order);
        if (!(named instanceof Outcome.Done<StandingAccess>(StandingAccess access))) {
            return named.then(_ -> Outcome.refused(Refusal.UNKNOWN_SUBJECT, order.subject()));
        }
        Optional<Boxed> there = book.on(access);
        if (there.isPresent()) {
            return goesOn(there.get(), order)
                    ? goneOn(officer, there.get())
                    : Outcome.refused(
                            Refusal.ALREADY_BOXED,
                            access.text(),
                            there.get().id(),
                            there.get().box().until());
        }
        return switch (plan(index, order)) {
            case Outcome.Refused<BoxPlan>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<BoxPlan>(BoxPlan plan) -> {
                Optional<Outcome<Boxed>> flaw = flaw(index, plan, shown);
                yield flaw.isPresent() ? flaw.get() : begun(officer, plan, reason.strip());
            }
        };
    }

    /// What a crash left of the same.
    private static boolean goesOn(Boxed there, BoxOrder order) {
        return there.stage() == BoxStage.BEGINNING && there.box().until().equals(order.until());
    }

    /// Signed it was when it was begun; who goes on with it has to be an officer still.
    private Outcome<Boxed> goneOn(OfficerKey officer, Boxed there) throws InterruptedException {
        Outcome<Officer> holder =
                office.unitOfWork().run(transaction -> office.roster().holder(transaction, officer));
        return switch (holder) {
            case Outcome.Refused<Officer>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Officer> _ -> written(officer, there);
        };
    }

    private Optional<Outcome<Boxed>> flaw(SnapshotIndex index, BoxPlan plan, Optional<String> shown) {
        Instant takenAt = index.snapshot().takenAt();
        Duration age = Duration.between(takenAt, office.clock().instant());
        SourceName source = plan.access().source();
        if (age.compareTo(AGE_MAX) > 0) {
            return Optional.of(
                    Outcome.refused(Refusal.STALE_SNAPSHOT, source.value(), Spans.words(age), Spans.words(AGE_MAX)));
        }
        return shown.filter(digest -> !digest.equals(plan.digest()))
                .map(_ -> Outcome.refused(
                        Refusal.CHANGED_SINCE_SHOWN, plan.access().text()));
    }

    private Outcome<Boxed> begun(OfficerKey officer, BoxPlan plan, String reason) throws InterruptedException {
        TimeBox box = new TimeBox(book.fresh(), plan.access(), plan.boxable().prior(), plan.until());
        return switch (book.begin(officer, box, plan, reason)) {
            case Outcome.Refused<Boxed> refused -> refused;
            case Outcome.Done<Boxed>(Boxed beginning) -> written(officer, beginning);
        };
    }

    private Outcome<Boxed> written(OfficerKey officer, Boxed boxed) throws InterruptedException {
        Optional<TimeBoxer> boxer = targets.timeBoxer(boxed.box().access().source());
        if (boxer.isEmpty()) {
            return Outcome.refused(
                    Refusal.ACTING_OFF, boxed.box().access().source().value());
        }
        ActionOutcome outcome = boxer.get().begin(boxed.box());
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ ->
                Outcome.done(book.enter(officer.officer(), boxed, BoxStage.BEGUN, outcome.detail()));
            case ActionOutcome.Refused _ -> {
                book.enter(officer.officer(), boxed, BoxStage.ABANDONED, outcome.detail());
                yield Outcome.refused(
                        Refusal.CHANGED_AT_SOURCE, boxed.box().access().text(), outcome.detail());
            }
            case ActionOutcome.Uncertain _ ->
                Outcome.refused(Refusal.UNFINISHED_TIMEBOX, boxed.box().access().text(), outcome.detail());
        };
    }
}
