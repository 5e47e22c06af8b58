package dev.curfew.revocation.rotation;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.trial.Bench;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the second credential, tries it, and hands it over. Begun again after a crash, it takes back what was left
/// and makes another: a value that nobody has cannot be handed over.
public final class Rotating {
    private static final Messages MESSAGES = Messages.of(Rotating.class);

    /// AWS spreads a new key in some seconds; five pauses of the schedule's longest are far more.
    private static final int TRIES_MAX = 8;

    private final Bench bench;
    private final Office office;
    private final Planner planner;
    private final RotationBook book;
    private final RecordedUse recorded;

    public Rotating(Bench bench, Planner planner) {
        this.bench = bench;
        this.planner = planner;
        office = bench.office();
        book = new RotationBook(office);
        recorded = new RecordedUse(bench);
    }

    /// @return the rotation, HANDED, or ENDED where the old one ended at once; or UNKNOWN_CREDENTIAL, AMBIGUOUS,
    ///     NO_REASON, NOT_ROTATABLE, ILLEGAL_STATE where it
    ///     is being rotated already, SOURCE_FAILED, NEW_ONE_FAILS, NOT_HANDED_OVER,
    ///     NOT_HANDED_AND_KEPT, ENDS_AT_ONCE, as `Roster.holder`, or as
    ///     `Planner.foresee`: a rotation is not begun that could not be finished
    public Outcome<Rotation> start(OfficerKey officer, RotateOrder order, HandOver handOver)
            throws InterruptedException {
        String text = order.old();
        if (order.reason().isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        List<EntityId> named = planner.named(text);
        if (named.size() > 1) {
            String all = named.stream().map(EntityId::text).collect(Collectors.joining(", "));
            return Outcome.refused(Refusal.AMBIGUOUS, text, all);
        }
        if (named.isEmpty() || !(named.getFirst() instanceof CredentialId old)) {
            return Outcome.refused(Refusal.UNKNOWN_CREDENTIAL, text);
        }
        Optional<Credential> known = office.store().current().credentials().stream()
                .filter(credential -> credential.id().equals(old))
                .findFirst();
        Outcome<Map<String, Object>> endable =
                planner.foresee(new PlanOrder(List.of(old.text()), Extent.DELETE, order.reason()));
        if (known.isEmpty() || endable instanceof Outcome.Refused<Map<String, Object>>) {
            return endable.then(_ -> Outcome.refused(Refusal.UNKNOWN_CREDENTIAL, text));
        }
        Optional<Rotator> rotator = bench.targets().rotator(old.source());
        if (rotator.isEmpty()) {
            return Outcome.refused(
                    Refusal.NOT_ROTATABLE, old.text(), known.get().kind());
        }
        try {
            Outcome<Rotation> begun = begin(officer, known.get(), order, rotator.get());
            return begun instanceof Outcome.Done<Rotation>(Rotation rotation)
                    ? made(officer.officer(), rotation, rotator.get(), handOver)
                    : begun;
        } catch (SourceException e) {
            return failed(old, e);
        }
    }

    private Outcome<Rotation> begin(OfficerKey officer, Credential old, RotateOrder order, Rotator rotator)
            throws InterruptedException {
        Optional<Rotation> left = book.all().stream()
                .filter(rotation ->
                        rotation.old().equals(old.id()) && !rotation.stage().isOver())
                .findFirst();
        if (left.isPresent() && !left.get().stage().isUnhanded()) {
            return Outcome.refused(
                    Refusal.ILLEGAL_STATE, left.get().id(), left.get().stage().word(), "begun");
        }
        if (left.isPresent()) {
            Outcome<Rotation> cleaned = clean(officer.officer(), left.get(), rotator, order.stray());
            if (cleaned instanceof Outcome.Refused<Rotation>) {
                return cleaned;
            }
        }
        Set<CredentialId> beside = rotator.beside(old.id());
        Optional<String> end = order.atOnce() ? Optional.empty() : rotator.endsAtOnce(old.id());
        if (end.isPresent()) {
            return Outcome.refused(Refusal.ENDS_AT_ONCE, old.id().text(), end.get());
        }
        String id = left.map(Rotation::id).orElseGet(this::fresh);
        return book.decide(
                officer,
                id,
                Stage.MAKING,
                RotationBook.names(old.id(), old.kind(), order.reason().strip(), beside));
    }

    private String fresh() {
        Set<String> taken = book.all().stream().map(Rotation::id).collect(Collectors.toSet());
        return ShortIds.next("t", office.random(), taken::contains);
    }

    /// Takes back what was made and never handed over. A credential that only may be the one is not touched unless it
    /// is named: somebody else may have made it.
    ///
    /// @param actor who takes it back
    /// @return the rotation, or UNFINISHED_ROTATION, TARGET_REFUSED
    Outcome<Rotation> clean(String actor, Rotation left, Rotator rotator, Optional<String> stray)
            throws InterruptedException {
        if (left.fresh().isPresent()) {
            return Discarding.of(book, actor, left, left.fresh().get(), rotator);
        }
        Outcome<Rotation> cleaned = Outcome.done(left);
        for (CredentialId id : rotator.strays(left.old(), left.id(), left.beside())) {
            if (!rotator.marks() && !stray.filter(id.nativeId()::equals).isPresent()) {
                return Outcome.refused(Refusal.UNFINISHED_ROTATION, left.id(), id.text(), id.nativeId());
            }
            cleaned = Discarding.of(book, actor, left, id, rotator);
            if (cleaned instanceof Outcome.Refused<Rotation>) {
                return cleaned;
            }
        }
        return cleaned;
    }

    private Outcome<Rotation> made(String actor, Rotation making, Rotator rotator, HandOver handOver)
            throws InterruptedException {
        Rotator.Fresh fresh = rotator.make(making.old(), making.id());
        try (Secret value = fresh.value()) {
            Rotation made = book.enter(actor, making, Stage.MADE, RotationBook.made(fresh));
            ProbeOutcome tried = tried(fresh);
            if (!(tried instanceof ProbeOutcome.Accepted)) {
                Discarding.of(book, actor, made, fresh.id(), rotator);
                return Outcome.refused(Refusal.NEW_ONE_FAILS, fresh.id().text(), tried.detail());
            }
            String works = MESSAGES.text("new.works", tried.at());
            Rotation handing = book.enter(actor, made, Stage.HANDING, Map.of("to", handOver.to(), "said", works));
            try {
                handOver.give(value);
            } catch (IOException e) {
                Discarding.of(book, actor, handing, fresh.id(), rotator);
                Refusal why = rotator.takesBack() ? Refusal.NOT_HANDED_OVER : Refusal.NOT_HANDED_AND_KEPT;
                return Outcome.refused(why, fresh.id().text(), String.valueOf(e.getMessage()));
            }
            Rotation handed = book.enter(actor, handing, Stage.HANDED, Map.of());
            return Outcome.done(
                    fresh.former() instanceof Rotator.Former.Ended
                            ? book.enter(actor, handed, Stage.ENDED, Map.of("said", MESSAGES.text("old.ended")))
                            : handed);
        }
    }

    private ProbeOutcome tried(Rotator.Fresh fresh) throws InterruptedException {
        Optional<Probe> probe = bench.probe(fresh.id().source());
        if (probe.isEmpty()) {
            return new ProbeOutcome.Indeterminate(office.clock().instant(), MESSAGES.text("no-probe"));
        }
        ProbeOutcome outcome = probe.get().attempt(fresh.id(), fresh.value());
        for (int i = 1; i < TRIES_MAX && !(outcome instanceof ProbeOutcome.Accepted); i++) {
            bench.sleeper().sleep(bench.schedule().pause(i, null));
            outcome = probe.get().attempt(fresh.id(), fresh.value());
        }
        return outcome;
    }

    /// Asks the source when the old one was last used, and its record of what was done, where it keeps one.
    ///
    /// @param actor who asks
    /// @return the rotation as it stands, or UNKNOWN_ROTATION, ACTING_OFF
    public Outcome<Look> look(String actor, String id) throws InterruptedException {
        return switch (book.find(id)) {
            case Outcome.Refused<Rotation>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Rotation>(Rotation rotation) -> look(actor, rotation);
        };
    }

    private Outcome<Look> look(String actor, Rotation rotation) throws InterruptedException {
        Optional<Rotator> rotator = bench.targets().rotator(rotation.old().source());
        if (rotator.isEmpty()) {
            return Outcome.refused(Refusal.ACTING_OFF, rotation.old().source().value());
        }
        LastUse use = lastUse(rotator.get(), rotation);
        Map<String, Object> said = Map.of("said", UsageWords.of(use));
        return Outcome.done(new Look(book.enter(actor, rotation, rotation.stage(), said), use));
    }

    private LastUse lastUse(Rotator rotator, Rotation rotation) throws InterruptedException {
        Usage listed = rotator.lastUse(rotation.old());
        return rotator.recordTellsApart()
                ? recorded.of(rotation.old(), rotation.unusedFrom())
                        .map(told -> RecordedUse.both(listed, told))
                        .orElseGet(() -> LastUse.of(listed))
                : LastUse.of(listed);
    }

    /// In the order of their beginning.
    public List<Rotation> all() {
        return book.all();
    }

    static <T> Outcome<T> failed(CredentialId old, SourceException e) {
        return Outcome.refused(Refusal.SOURCE_FAILED, old.source().value(), String.valueOf(e.getMessage()));
    }
}
