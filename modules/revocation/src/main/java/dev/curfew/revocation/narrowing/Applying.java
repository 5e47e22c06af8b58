package dev.curfew.revocation.narrowing;

import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes narrower policies, by compare-and-set. Begun again after a crash, it says what stands at the source: the
/// narrower one, and it is done; the former one, and it is done anew.
public final class Applying {
    private static final Messages MESSAGES = Messages.of(Applying.class);

    /// Who holds what is as old as the reading; somebody who came later may hold it with others.
    private static final Duration AGE_MAX = Duration.ofHours(1);

    private final Office office;
    private final Targets targets;
    private final Planning planning;
    private final NarrowingBook book;

    public Applying(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
        planning = new Planning(office, targets);
        book = new NarrowingBook(office);
    }

    /// In the order of their beginning.
    public List<Narrowing> all() {
        return book.all();
    }

    /// What narrowing would do. Changes nothing.
    ///
    /// @return the plan, or UNKNOWN_POLICY, AMBIGUOUS, NOT_NARROWABLE, USE_UNREAD, NOTHING_TO_NARROW, PROTECTED,
    ///     OWN_CREDENTIAL, SOURCE_FAILED
    public Outcome<NarrowPlan> plan(NarrowOrder order, Progress progress) throws InterruptedException {
        return planning.plan(index(), order, progress);
    }

    private SnapshotIndex index() {
        return new SnapshotIndex(office.store().current());
    }

    /// Announces it. Nothing is written before the time is over.
    ///
    /// @param shown as in [#apply]
    /// @return the narrowing, NOTICED; or as [#plan], NO_REASON, RECORD_TOO_SHORT, CHANGED_SINCE_SHOWN, or as
    ///     `Roster.holder`
    public Outcome<Narrowing> notice(
            OfficerKey officer,
            NarrowOrder order,
            String reason,
            Optional<String> shown,
            Duration notice,
            Progress progress)
            throws InterruptedException {
        Outcome<NarrowPlan> planned = certain(index(), order, reason, progress)
                .then(plan -> Applying.<NarrowPlan>changed(plan, shown).orElseGet(() -> Outcome.done(plan)));
        return planned.then(plan -> book.decide(
                officer,
                book.newest(plan.policy(), EnumSet.of(NarrowStage.NOTICED))
                        .map(Narrowing::id)
                        .orElseGet(this::fresh),
                NarrowStage.NOTICED,
                NarrowingBook.notice(plan, reason.strip(), office.clock().instant(), notice)));
    }

    /// Writes the narrower policy.
    ///
    /// @param shown the digest of the plan that was looked at; empty: whatever comes out now
    /// @return the narrowing, APPLIED; or as [#notice], ACTING_OFF, STALE_SNAPSHOT, NOTICE_RUNS, MORE_THAN_NOTICED,
    ///     CHANGED_AT_SOURCE, UNFINISHED_NARROWING, ILLEGAL_STATE
    public Outcome<Narrowing> apply(
            OfficerKey officer, NarrowOrder order, String reason, Optional<String> shown, Progress progress)
            throws InterruptedException {
        try {
            SnapshotIndex index = index();
            Optional<Outcome<Narrowing>> left = settled(index, officer, order);
            if (left.isPresent()) {
                return left.get();
            }
            Outcome<NarrowPlan> planned = certain(index, order, reason, progress);
            if (!(planned instanceof Outcome.Done<NarrowPlan>(NarrowPlan plan))) {
                return planned.then(_ -> Outcome.refused(Refusal.UNKNOWN_POLICY, order.policy()));
            }
            Optional<Narrowing> noticed = book.newest(plan.policy(), EnumSet.of(NarrowStage.NOTICED));
            Optional<Outcome<Narrowing>> flaw = flaw(index, plan, noticed, shown);
            return flaw.isPresent()
                    ? flaw.get()
                    : written(officer, plan, noticed.map(Narrowing::id).orElseGet(this::fresh), reason.strip());
        } catch (SourceException e) {
            return Outcome.refused(Refusal.SOURCE_FAILED, order.policy(), String.valueOf(e.getMessage()));
        }
    }

    /// What a crash left of an earlier one is seen to first: if that stands at the source, it is done.
    private Optional<Outcome<Narrowing>> settled(SnapshotIndex index, OfficerKey officer, NarrowOrder order)
            throws InterruptedException {
        List<Policy> named = Planning.named(index, order.policy());
        Optional<Narrowing> open = named.size() == 1
                ? book.newest(named.getFirst().id(), EnumSet.of(NarrowStage.APPLYING, NarrowStage.RETURNING))
                : Optional.empty();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        if (open.get().stage() == NarrowStage.RETURNING) {
            return Optional.of(Outcome.refused(
                    Refusal.ILLEGAL_STATE, open.get().id(), open.get().stage().word(), "applied"));
        }
        Optional<PolicyKeeper> keeper = targets.keeper(open.get().policy().source());
        return keeper.isEmpty()
                ? Optional.of(Outcome.refused(
                        Refusal.ACTING_OFF, open.get().policy().source().value()))
                : stands(officer, open.get(), keeper.get().read(open.get().policy()));
    }

    private Optional<Outcome<Narrowing>> stands(OfficerKey officer, Narrowing open, PolicyText now) {
        if (now.text().equals(open.text())) {
            String said = MESSAGES.text("stands");
            return Optional.of(Outcome.done(book.enter(officer.officer(), open, NarrowStage.APPLIED, said)));
        }
        String said = MESSAGES.text(now.text().equals(open.prior().text()) ? "unwritten" : "another");
        book.enter(officer.officer(), open, NarrowStage.ABANDONED, said);
        return Optional.empty();
    }

    /// A plan on a record that reaches back as far as was asked.
    private Outcome<NarrowPlan> certain(SnapshotIndex index, NarrowOrder order, String reason, Progress progress)
            throws InterruptedException {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        return planning.plan(index, order, progress)
                .then(plan -> plan.use().covers(order.since())
                        ? Outcome.done(plan)
                        : Outcome.refused(
                                Refusal.RECORD_TOO_SHORT,
                                plan.use().record(),
                                plan.use().from().map(Instant::toString).orElseGet(() -> MESSAGES.text("nothing")),
                                order.since()));
    }

    private Optional<Outcome<Narrowing>> flaw(
            SnapshotIndex index, NarrowPlan plan, Optional<Narrowing> noticed, Optional<String> shown) {
        Instant now = office.clock().instant();
        Duration age = Duration.between(index.snapshot().takenAt(), now);
        if (age.compareTo(AGE_MAX) > 0) {
            return Optional.of(Outcome.refused(
                    Refusal.STALE_SNAPSHOT, plan.policy().source().value(), Spans.words(age), Spans.words(AGE_MAX)));
        }
        Optional<Outcome<Narrowing>> changed = changed(plan, shown);
        if (changed.isPresent()) {
            return changed;
        }
        Optional<Instant> due = noticed.flatMap(Narrowing::due);
        if (due.filter(now::isBefore).isPresent()) {
            return Optional.of(
                    Outcome.refused(Refusal.NOTICE_RUNS, plan.policy().text(), due.get()));
        }
        // What the notice said would be left has to be left; a cut that it did not name is news.
        boolean more = noticed.filter(it -> !isWithin(plan, it)).isPresent();
        return more
                ? Optional.of(
                        Outcome.refused(Refusal.MORE_THAN_NOTICED, plan.policy().text()))
                : Optional.empty();
    }

    private static <T> Optional<Outcome<T>> changed(NarrowPlan plan, Optional<String> shown) {
        return shown.filter(digest -> !digest.equals(plan.digest()))
                .map(_ -> Outcome.refused(
                        Refusal.CHANGED_SINCE_SHOWN, plan.policy().text()));
    }

    private static boolean isWithin(NarrowPlan plan, Narrowing noticed) {
        Set<String> cut = plan.narrower().cuts().stream().map(Cut::statement).collect(Collectors.toSet());
        Set<String> left = new HashSet<>(noticed.left());
        left.removeIf(line -> cut.stream().noneMatch(each -> line.equals(each) || line.startsWith(each + " ")));
        return noticed.left().containsAll(cut)
                && NarrowingBook.left(plan.narrower().cuts()).containsAll(left);
    }

    private Outcome<Narrowing> written(OfficerKey officer, NarrowPlan plan, String id, String reason)
            throws InterruptedException {
        Optional<PolicyKeeper> keeper = targets.keeper(plan.policy().source());
        if (keeper.isEmpty()) {
            return Outcome.refused(Refusal.ACTING_OFF, plan.policy().source().value());
        }
        Outcome<Narrowing> entered =
                book.decide(officer, id, NarrowStage.APPLYING, NarrowingBook.details(plan, reason));
        if (!(entered instanceof Outcome.Done<Narrowing>(Narrowing applying))) {
            return entered;
        }
        ActionOutcome outcome = keeper.get()
                .replace(plan.policy(), plan.prior(), plan.narrower().text());
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ ->
                Outcome.done(book.enter(officer.officer(), applying, NarrowStage.APPLIED, outcome.detail()));
            case ActionOutcome.Refused _ -> {
                book.enter(officer.officer(), applying, NarrowStage.ABANDONED, outcome.detail());
                yield Outcome.refused(Refusal.CHANGED_AT_SOURCE, plan.policy().text(), outcome.detail());
            }
            case ActionOutcome.Uncertain _ ->
                Outcome.refused(Refusal.UNFINISHED_NARROWING, plan.policy().text(), outcome.detail());
        };
    }

    private String fresh() {
        Set<String> taken = book.all().stream().map(Narrowing::id).collect(Collectors.toSet());
        return ShortIds.next("n", office.random(), taken::contains);
    }
}
