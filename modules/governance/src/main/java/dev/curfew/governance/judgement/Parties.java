package dev.curfew.governance.judgement;

import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.analysis.lifecycle.Lifecycles;
import dev.curfew.analysis.lifecycle.Revoked;
import dev.curfew.analysis.reach.federation.TokenHolders;
import dev.curfew.analysis.signal.Risk;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.question.Circumstances.Party;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.SignInSubject;
import dev.curfew.governance.signal.SenderBook;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.governance.signal.SignalBook;
import dev.curfew.governance.signal.SignalBook.Taken;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who asks, and who it is asked for, as they stand by the newest reading and the signals there are now: whom a token
/// or a sign-in shows them to be, or a claim names exactly. Whoever may be one of several is not known.
final class Parties {
    private static final String WORKLOAD = "workload";

    private final Office office;

    Parties(Office office) {
        this.office = office;
    }

    /// @param requester null where nobody who was read is known to be them
    /// @param holder the same
    record Known(@Nullable Party requester, @Nullable Party holder) {
        @Nullable
        Long risk() {
            return requester == null ? null : requester.risk();
        }
    }

    Known of(Transaction transaction, ExceptionRequest request) {
        SnapshotIndex index = office.store().index();
        Optional<Workload> workload = Workload.of(request.requester());
        Optional<Identity> requester = workload.map(asking -> shown(transaction, index, asking))
                .orElseGet(() -> signedIn(transaction, index, request.requester()));
        Optional<Identity> holder = workload.isPresent() ? requester : claimed(index, request);
        if (requester.isEmpty() && holder.isEmpty()) {
            return new Known(null, null);
        }
        Standings standings = new Standings(transaction, index);
        return new Known(
                requester.map(standings::of).orElse(null),
                holder.map(standings::of).orElse(null));
    }

    /// Who has the token that it asked with.
    private Optional<Identity> shown(Transaction transaction, SnapshotIndex index, Workload workload) {
        return new TrustBook(office).of(transaction, workload)
                                instanceof Outcome.Done<WorkloadTrust>(WorkloadTrust trust)
                        && trust.witness() instanceof Witness.Issuer issuer
                ? holding(index, issuer.issuer().toString(), workload.subject())
                : Optional.empty();
    }

    /// Who the officer is where officers sign in.
    private Optional<Identity> signedIn(Transaction transaction, SnapshotIndex index, String officer) {
        return office.rosterBook().state(transaction) instanceof Outcome.Done<RosterState>(RosterState state)
                ? state.find(officer)
                        .flatMap(member -> Optional.ofNullable(member.signIn()))
                        .flatMap((SignInSubject subject) -> holding(index, subject.issuer(), subject.subject()))
                : Optional.empty();
    }

    private static Optional<Identity> holding(SnapshotIndex index, String issuer, String subject) {
        return only(index, new TokenHolders(index).of(issuer, subject));
    }

    /// By id or whole name, as the requester wrote it.
    private static Optional<Identity> claimed(SnapshotIndex index, ExceptionRequest request) {
        String claim = request.claims().get(WORKLOAD);
        if (claim == null) {
            return Optional.empty();
        }
        List<IdentityId> byId = index.resolve(claim).stream()
                .filter(IdentityId.class::isInstance)
                .map(IdentityId.class::cast)
                .toList();
        return only(index, byId.isEmpty() ? named(index, claim) : byId);
    }

    private static List<IdentityId> named(SnapshotIndex index, String name) {
        return index.snapshot().identities().stream()
                .filter(identity -> identity.name().equals(name))
                .map(Identity::id)
                .toList();
    }

    private static Optional<Identity> only(SnapshotIndex index, List<IdentityId> ids) {
        return ids.size() == 1 ? index.identity(ids.getFirst()) : Optional.empty();
    }

    /// How identities stand at one moment.
    private final class Standings {
        private final SnapshotIndex index;
        private final Instant now = office.clock().instant();
        private final Risks risks;
        private final Lifecycles lifecycles;

        /// Nobody, where a sender or a signal is in doubt: what it would say is not known.
        private final List<Admitted> believed;

        Standings(Transaction transaction, SnapshotIndex index) {
            this.index = index;
            Believed<Taken> signals = new SignalBook(office).kept(transaction);
            risks = new Risks(index, SignalBook.standing(signals.all()), now);
            lifecycles = new Lifecycles(
                    index,
                    transaction.requests().all(),
                    Revoked.of(transaction.plans().all(), transaction.steps().all()),
                    now);
            Believed<Admitted> senders = new SenderBook(office).inForce(transaction);
            boolean unheard = !Believed.doubts(senders, signals).isEmpty();
            believed = unheard ? List.of() : senders.all();
        }

        Party of(Identity identity) {
            Optional<Risk> risk = risks.of(identity.id());
            Lifecycle lifecycle = lifecycles.of(identity, Inventory.usage(index, identity));
            return new Party(
                    risk.map(it -> (long) it.score()).or(() -> none(identity)).orElse(null),
                    risk.map(Standings::causes).orElse(Set.of()),
                    lifecycle.state().name().toLowerCase(Locale.ROOT));
        }

        private static Set<String> causes(Risk risk) {
            return risk.causes().stream()
                    .map(cause -> cause.signal().tip().kind().code())
                    .collect(Collectors.toUnmodifiableSet());
        }

        /// Silence says something only where somebody is believed who could speak.
        private Optional<Long> none(Identity identity) {
            String source = identity.id().source().value();
            boolean heard = believed.stream()
                    .map(one -> one.sender().sources())
                    .anyMatch(sources -> sources.isEmpty() || sources.contains(source));
            return heard ? Optional.of(0L) : Optional.empty();
        }
    }
}
