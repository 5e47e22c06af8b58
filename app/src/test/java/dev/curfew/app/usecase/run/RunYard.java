package dev.curfew.app.usecase.run;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.app.usecase.officer.KeptPassphrases;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.issue.IssueLimits;
import dev.curfew.governance.issue.Issuing;
import dev.curfew.governance.issue.Settlement;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.judgement.StandingAccesses;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.reach.AnalysedReach;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestEnds;
import dev.curfew.governance.request.RequestLimits;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.request.Requests;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemorySource;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs at a source in memory that hands out leases, whose taking back a test decides about.
final class RunYard {
    static final CredentialId LEASE = CredentialId.of("bao", "lease/database/creds/porter/1");
    static final Action ENDING = new Action("openbao.revoke-lease", false);

    static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    private static final SourceName BAO = LEASE.source();
    private static final PolicyId POLICY = new PolicyId(BAO, "policy/porter");
    private static final String PATH = "database/creds/porter";

    /// What the source does when it is to take a lease back.
    interface TakingBack {
        ActionOutcome act() throws InterruptedException;
    }

    final SteppingClock clock = new SteppingClock(START);
    final MemoryUnitOfWork units = new MemoryUnitOfWork();
    final MemorySource source = new MemorySource(BAO, clock);
    final Secret login = Secret.of("its password");
    final Secret variable = Secret.of("its variable");
    final Runs runs;

    private final MemoryAuditLog auditLog = new MemoryAuditLog();
    private final Office office;
    private final OfficerKeys keys;
    private final AnalysedReach reach = new AnalysedReach();

    RunYard(Path folder, TakingBack takingBack) {
        String text = "path \"" + PATH + "\" { capabilities = [\"read\"] }";
        MemoryStore store = new MemoryStore();
        store.set(new SnapshotBuilder()
                .add(new Policy(POLICY, "openbao.acl", "porter", text, new Provenance("all", "test", "{}")))
                .cover(List.of(new Coverage(BAO, "all", CoverageState.READ, "", 1, START)))
                .build(1, START));
        source.policy(POLICY, text);
        SecureRandom random = new SecureRandom();
        office = new Office(units, auditLog, store, new Device("0".repeat(32), "desk-1"), clock, random);
        keys = new OfficerKeys(folder, new PlainPassphrases(), random, clock);
        OfficerDesk desk = new OfficerDesk(office, keys);
        desk.add("ada", "Ada", Secret.of("ada's")).orThrow();
        desk.add("bo", "Bo", Secret.of("bo's")).orThrow();
        Lender lender = new Lender(source, takingBack, login, variable);
        Books books = new Books(units, auditLog, clock, false);
        Estate estate = new Estate(store, () -> _ -> true, clock);
        SourceTimes times = new SourceTimes(clock, lender);
        Exceptions exceptions = new Exceptions(
                books,
                estate,
                new Officers(books, desk, keys, new KeptPassphrases(Optional::empty, "")),
                requests(),
                new RequestDesk(office, reach),
                new Issuing(office, lender, reach, IssueLimits.DEFAULT, times),
                new Settlement(office, lender, IssueLimits.DEFAULT, times),
                new RequestEnds(office, RequestLimits.DEFAULT),
                new StandingAccesses(office),
                times);
        runs = new Runs(
                books,
                estate,
                office,
                exceptions,
                new Windows(office, lender, times),
                lender,
                new Proving(lender, Schedule.DEFAULT, clock::advance, clock));
    }

    private Requests requests() {
        return new Requests(office, reach, RequestLimits.DEFAULT);
    }

    /// A run that is asked for, signed for and begun.
    Job begun() throws InterruptedException {
        RequestOrder order = new RequestOrder(
                POLICY, Duration.ofMinutes(15), "payment is down", Map.of(ExceptionRequest.LEASE, PATH));
        ExceptionRequest request =
                requests().submit(keys.unlock("ada", Secret.of("ada's")), order).orThrow();
        RequestDesk desk = new RequestDesk(office, reach);
        desk.approve(desk.review(request.id()).orThrow(), keys.unlock("bo", Secret.of("bo's")))
                .orThrow();
        return runs.begin(new OfficerLogin("ada", Secret.of("ada's")), request, "migrate.sh");
    }

    /// The newest entry of the type, if there is one.
    Optional<LedgerEntry> entry(String type) {
        return units.run(transaction -> auditLog.read(transaction, 0, Integer.MAX_VALUE)).stream()
                .filter(entry -> entry.event().type().equals(type))
                .reduce((_, last) -> last);
    }

    private record Lender(MemorySource source, TakingBack takingBack, Secret login, Secret variable)
            implements Targets, Issuer, Revoker {
        @Override
        public Issued issue(Receipt receipt, Order order) {
            return source.issue(receipt, order);
        }

        @Override
        public String currentPolicyText(PolicyId policy) {
            return source.currentPolicyText(policy);
        }

        @Override
        public Map<String, Secret> variables(CredentialId credential, Secret value) {
            return Map.of("TOKEN", variable);
        }

        @Override
        public Optional<Lease> lease(Secret value, String path) {
            source.give(LEASE, login.reveal());
            return Optional.of(new Lease(LEASE, login, Map.of(), Duration.ofHours(1), ENDING));
        }

        @Override
        public ActionOutcome act(Action action, CredentialId credential) throws InterruptedException {
            return action.equals(ENDING) ? takingBack.act() : source.act(action, credential);
        }

        @Override
        public Optional<Issuer> issuer(SourceName name) {
            return Optional.of(this);
        }

        @Override
        public Optional<Revoker> revoker(SourceName name) {
            return Optional.of(this);
        }

        @Override
        public Optional<Probe> probe(SourceName name) {
            return Optional.of(source);
        }

        @Override
        public Optional<Action> ending(SourceName name) {
            return Optional.of(new Action("openbao.revoke-accessor", false));
        }

        @Override
        public Optional<String> issuedKind(SourceName name) {
            return Optional.of("openbao.token");
        }
    }
}
