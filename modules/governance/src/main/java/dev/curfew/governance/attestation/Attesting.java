package dev.curfew.governance.attestation;

import dev.curfew.analysis.owner.Directory;
import dev.curfew.analysis.owner.Judged;
import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.analysis.owner.Verdict;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks owners whether what is theirs is still needed.
public final class Attesting {
    private static final String PREFIX = "a";

    private final Office office;
    private final String workspace;
    private final AttestationBook book;

    /// @param workspace its id
    public Attesting(Office office, String workspace) {
        this.office = office;
        this.workspace = workspace;
        book = new AttestationBook(office);
    }

    /// What is to be asked, before anybody signs it.
    ///
    /// @param owner as whoever asks names them
    /// @param identities all of theirs
    public record Order(String owner, List<Identity> identities) {
        public Order {
            identities = List.copyOf(identities);
        }
    }

    /// @param only of what is theirs; none: all of it
    /// @return it, or UNKNOWN_OWNER, OWNER_LEFT, NOT_OWNED, TOO_MANY_ASKED
    public Outcome<Order> order(Snapshot snapshot, String owner, Collection<? extends EntityId> only) {
        List<Identity> owned = OwnerRow.ownedBy(snapshot, owner);
        Set<EntityId> ids = owned.stream().map(Identity::id).collect(Collectors.toUnmodifiableSet());
        Optional<EntityId> other = only.stream()
                .map(EntityId.class::cast)
                .filter(id -> !ids.contains(id))
                .findFirst();
        List<Identity> asked = owned.stream()
                .filter(identity -> only.isEmpty() || only.contains(identity.id()))
                .toList();
        if (owned.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_OWNER, owner);
        }
        if (other.isPresent()) {
            return Outcome.refused(Refusal.NOT_OWNED, other.get().text(), owner);
        }
        if (asked.size() > Ask.ITEMS_MAX) {
            return Outcome.refused(Refusal.TOO_MANY_ASKED, owner, asked.size(), Ask.ITEMS_MAX);
        }
        return here(snapshot, owner, office.clock().instant()).map(_ -> new Order(owner, asked));
    }

    /// @return the owner, or OWNER_LEFT
    static Outcome<String> here(Snapshot snapshot, String owner, Instant now) {
        Judged judged = Directory.of(snapshot, List.of(owner), now).judge(owner, now);
        return judged.verdict() == Verdict.GONE
                ? Outcome.refused(Refusal.OWNER_LEFT, owner, judged.list())
                : bySource(OwnerRow.ownedBy(snapshot, owner), owner);
    }

    /// Sources themselves may know that an owner is gone.
    private static Outcome<String> bySource(List<Identity> owned, String owner) {
        Optional<String> gone = owned.stream()
                .map(Identity::ownership)
                .filter(Ownership.OwnerGone.class::isInstance)
                .map(it -> ((Ownership.OwnerGone) it).evidence())
                .findFirst();
        return gone.isPresent() ? Outcome.refused(Refusal.OWNER_LEFT, owner, gone.get()) : Outcome.done(owner);
    }

    /// Writes the question, and enters that it was asked.
    ///
    /// @param reach of each
    /// @param within how long an answer is waited for
    /// @return it, or BAD_DUE, NO_OWNER_KEY, or as `Roster.holder`
    public Outcome<Ask> ask(
            SnapshotIndex index, Order order, Function<EntityId, Reach> reach, Duration within, OfficerKey officer) {
        if (within.compareTo(Ask.SHORTEST) < 0 || within.compareTo(Ask.LONGEST) > 0) {
            return Outcome.refused(
                    Refusal.BAD_DUE, Spans.words(within), Spans.words(Ask.SHORTEST), Spans.words(Ask.LONGEST));
        }
        Described described = new Described(index);
        var said = order.identities().stream()
                .map(identity -> described.lines(identity, reach.apply(identity.id())))
                .toList();
        return office.unitOfWork()
                .run(transaction -> keys(transaction, order.owner()).then(keys -> {
                    Instant now = office.clock().instant();
                    AskText.Head head = new AskText.Head(
                            ShortIds.next(
                                    PREFIX,
                                    office.random(),
                                    id -> book.find(transaction, id).isPresent()),
                            workspace,
                            order.owner(),
                            keys,
                            officer.officer(),
                            office.device().host(),
                            now,
                            now.plus(within),
                            office.nonce());
                    Ask ask = ask(head, order, AskText.of(head, said));
                    return OfficerEntries.of(office, AttestationBook.ASKED)
                            .append(transaction, officer, ask.toJson())
                            .map(_ -> ask);
                }));
    }

    private static Ask ask(AskText.Head head, Order order, String text) {
        return new Ask(
                head.id(),
                head.workspace(),
                head.owner(),
                head.keys(),
                order.identities().stream()
                        .map(identity -> new Ask.Item(
                                identity.id(), OwnerNames.owner(identity).orElse("")))
                        .toList(),
                head.by(),
                head.at(),
                head.due(),
                text);
    }

    private Outcome<List<SshKey>> keys(Transaction transaction, String owner) {
        List<SshKey> keys = book.keysOf(transaction, owner);
        return keys.isEmpty() ? Outcome.refused(Refusal.NO_OWNER_KEY, owner) : Outcome.done(keys);
    }

    /// Lays down how often owners are to be asked, zero: not at all; enters it.
    ///
    /// @param period whole days
    /// @return it, or as `Roster.holder`
    public Outcome<Duration> every(Duration period, OfficerKey officer) {
        return office.unitOfWork()
                .run(transaction -> OfficerEntries.of(office, AttestationBook.PERIOD)
                        .append(transaction, officer, Map.of("days", period.toDays()))
                        .map(_ -> period));
    }
}
