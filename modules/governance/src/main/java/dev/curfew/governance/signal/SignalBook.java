package dev.curfew.governance.signal;

import dev.curfew.analysis.signal.Standing;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What was signalled, in the ledger alone. It allows nothing by itself, so that nobody signs it; that it is over, an
/// officer does.
public final class SignalBook {
    public static final String RECEIVED = "signal.received";
    public static final String SETTLED = "signal.settled";

    private static final String SUBJECT = Sha256.hex("curfew.signals");

    /// Of one sender in a day: more is a sender that loops, and each is an entry that stays.
    private static final int A_DAY_MAX = 1_000;

    private static final Duration DAY = Duration.ofDays(1);

    private final Office office;
    private final SignedEntries settlings;

    public SignalBook(Office office) {
        this.office = office;
        settlings = new SignedEntries(office, SETTLED, SUBJECT, "curfew.signal-settled/1");
    }

    /// @param names whom it named then
    /// @param ambiguous whether it may have been any of these
    /// @param sources whose identities its sender could name then; none: of every source
    /// @param settlement empty while it stands
    /// @param forged whether the ledger has a settlement that no officer signed: it counts for nothing
    public record Taken(
            Signal signal,
            List<EntityId> names,
            boolean ambiguous,
            List<String> sources,
            Optional<Settlement> settlement,
            boolean forged) {
        public Taken {
            names = List.copyOf(names);
            sources = List.copyOf(sources);
        }

        public boolean stands() {
            return settlement.isEmpty();
        }

        Taken with(Optional<Settlement> how, boolean forged) {
            return new Taken(signal, names, ambiguous, sources, how, forged);
        }
    }

    /// @param remark why it is over
    public record Settlement(String officer, Instant at, String remark) {}

    /// A tip with whom it names now.
    ///
    /// @param ambiguous whether it may be any of these
    public record Heard(Tip tip, List<EntityId> names, boolean ambiguous) {
        public Heard {
            names = List.copyOf(names);
        }
    }

    /// What became of a tip.
    ///
    /// @param known whether it had been taken before: nothing was entered
    public record Receipt(Taken taken, boolean known) {}

    /// As [#kept], what can be read.
    public List<Taken> all(Transaction transaction) {
        return kept(transaction).all();
    }

    /// Oldest first, settled ones too. What somebody enters later under the id of one does not take its place.
    public Believed<Taken> kept(Transaction transaction) {
        Believed<Taken> received = Believed.of(
                office.auditLog().confirmAll(transaction, RECEIVED, SUBJECT), entry -> Outcome.done(taken(entry)));
        Map<String, Taken> all = new LinkedHashMap<>();
        received.all().forEach(taken -> all.putIfAbsent(taken.signal().id(), taken));
        for (LedgerEntry entry : settlings.all(transaction)) {
            boolean signed = settlings.holds(transaction, entry);
            all.computeIfPresent(
                    text(entry, "signal"),
                    (_, taken) -> signed
                            ? taken.with(Optional.of(settlement(entry)), taken.forged())
                            : taken.with(taken.settlement(), true));
        }
        return received.with(List.copyOf(all.values()));
    }

    /// Those that no officer settled, oldest first.
    public List<Standing> standing(Transaction transaction) {
        return standing(all(transaction));
    }

    public static List<Standing> standing(List<Taken> all) {
        return all.stream()
                .filter(Taken::stands)
                .map(one -> new Standing(one.signal(), one.sources(), one.names(), one.ambiguous()))
                .toList();
    }

    private static Settlement settlement(LedgerEntry entry) {
        return new Settlement(entry.event().actor(), entry.event().at(), text(entry, "remark"));
    }

    /// Enters them, but for those that were taken before: what a sender sends again is one.
    ///
    /// @param sender who proved that it is they
    /// @return one for each, in their order; or, with nothing entered, SIGNAL_NOT_BELIEVED if the sender may not say
    ///     one of them, or TOO_MANY_SIGNALS
    public Outcome<List<Receipt>> receive(Transaction transaction, Sender sender, List<Heard> heard) {
        Optional<SignalKind> foreign = heard.stream()
                .map(one -> one.tip().kind())
                .filter(kind -> !sender.kinds().contains(kind))
                .findFirst();
        if (foreign.isPresent()) {
            return Outcome.refused(
                    Refusal.SIGNAL_NOT_BELIEVED, sender.name(), foreign.get().code());
        }
        if (heard.isEmpty()) {
            return Outcome.done(List.of());
        }
        List<Taken> known = new ArrayList<>(all(transaction));
        long more = heard.stream()
                .filter(one -> same(known, sender, one.tip()).isEmpty())
                .count();
        if (more > 0 && lately(known, sender) + more > A_DAY_MAX) {
            return Outcome.refused(Refusal.TOO_MANY_SIGNALS, sender.name(), A_DAY_MAX);
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Heard one : heard) {
            Optional<Taken> before = same(known, sender, one.tip());
            Taken taken = before.orElseGet(() -> enter(transaction, known, sender, one));
            known.add(taken);
            receipts.add(new Receipt(taken, before.isPresent()));
        }
        return Outcome.done(List.copyOf(receipts));
    }

    private static Optional<Taken> same(List<Taken> before, Sender sender, Tip tip) {
        return before.stream()
                .filter(one -> one.signal().sender().equals(sender.name())
                        && one.signal().tip().id().equals(tip.id())
                        && one.signal().tip().kind() == tip.kind())
                .findFirst();
    }

    private long lately(List<Taken> before, Sender sender) {
        Instant since = office.clock().instant().minus(DAY);
        return before.stream()
                .filter(one -> one.signal().sender().equals(sender.name())
                        && one.signal().receivedAt().isAfter(since))
                .count();
    }

    private Taken enter(Transaction transaction, List<Taken> before, Sender sender, Heard heard) {
        String id = ShortIds.next(
                "s",
                office.random(),
                taken -> before.stream().anyMatch(one -> one.signal().id().equals(taken)));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("signal", id);
        details.put("sender", sender.name());
        details.put("tip", heard.tip().toJson());
        details.put("names", heard.names().stream().map(SignalNames::json).toList());
        details.put("sources", sender.sources());
        details.put("ambiguous", heard.ambiguous());
        return taken(office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                RECEIVED, office.clock().instant(), "sender:" + sender.name(), SUBJECT, details)));
    }

    /// That it is over, for good.
    ///
    /// @return it, or UNKNOWN_SIGNAL, NO_REASON, SIGNAL_SETTLED, or as `Roster.holder`
    public Outcome<Taken> settle(Transaction transaction, OfficerKey officer, String id, String remark) {
        if (remark.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        return find(transaction, id).then(taken -> {
            if (taken.settlement().isPresent()) {
                return Outcome.refused(
                        Refusal.SIGNAL_SETTLED, id, taken.settlement().get().officer());
            }
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("signal", id);
            details.put("remark", remark.strip());
            return settlings
                    .append(transaction, officer, details)
                    .map(entry -> taken.with(Optional.of(settlement(entry)), taken.forged()));
        });
    }

    private Outcome<Taken> find(Transaction transaction, String id) {
        return all(transaction).stream()
                .filter(one -> one.signal().id().equals(id))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_SIGNAL, id));
    }

    private static Taken taken(LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        return new Taken(
                new Signal(
                        text(entry, "signal"),
                        text(entry, "sender"),
                        Tip.of(details.get("tip") instanceof Map<?, ?> tip ? tip : Map.of()),
                        entry.event().at()),
                SignalNames.read(details.get("names")),
                Boolean.TRUE.equals(details.get("ambiguous")),
                details.get("sources") instanceof List<?> sources
                        ? sources.stream().map(String::valueOf).toList()
                        : List.of(),
                Optional.empty(),
                false);
    }

    private static String text(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
