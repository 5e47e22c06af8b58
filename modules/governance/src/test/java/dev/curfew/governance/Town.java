package dev.curfew.governance;

import dev.curfew.governance.idle.IdleWindows;
import dev.curfew.governance.issue.ClocksSeen;
import dev.curfew.governance.issue.IssueLimits;
import dev.curfew.governance.issue.Issuing;
import dev.curfew.governance.issue.Opened;
import dev.curfew.governance.issue.Settlement;
import dev.curfew.governance.issue.Shortening;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.request.Drafts;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestEnds;
import dev.curfew.governance.request.RequestLimits;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.request.Requests;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
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
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemorySource;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One source with one policy, two officers, and everything that decides between them.
public final class Town {
    public static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    public static final SourceName BAO = new SourceName("openbao");
    public static final PolicyId BREAK_GLASS = new PolicyId(BAO, "policy/break-glass");
    public static final String TEXT = "path \"secret/data/prod/*\" { capabilities = [\"read\"] }";
    public static final Duration QUARTER = Duration.ofMinutes(15);
    public static final Minting CANNOT_MINT = new Minting(Minting.Answer.CANNOT, "no rule mints");

    public final SteppingClock clock = new SteppingClock(START);
    private final ClocksSeen clocksSeen = new ClocksSeen();
    private Duration clockSet = Duration.ZERO;
    public final MemoryUnitOfWork unitOfWork;
    public final MemoryAuditLog auditLog = new MemoryAuditLog();
    public final MemoryStore store = new MemoryStore();
    public final ForwardClock sourceClock = new ForwardClock(clock);
    public final MemorySource source = new MemorySource(BAO, sourceClock);
    public final Office office;
    public final OfficerKeys keys;
    public final OfficerDesk officers;
    public final Requests requests;
    public final Drafts drafts;
    public final RequestDesk desk;
    public final Issuing issuing;
    public final Windows windows;
    public final IdleWindows idle;
    public final Settlement settlement;
    public final RequestEnds ends;
    public final Shortening shortening;
    public final Target target = new Target();

    /// What the policy is said to let its holder mint.
    public Minting minting = CANNOT_MINT;

    /// Whether the reach is said to be known whole.
    public boolean complete = true;

    public Town(Path directory) {
        this(directory, new MemoryUnitOfWork(), "0");
        officers.add("ada", "Ada", passphrase("ada")).orThrow();
        officers.add("bo", "Bo", passphrase("bo")).orThrow();
        publish(TEXT);
    }

    private Town(Path directory, MemoryUnitOfWork unitOfWork, String device) {
        SecureRandom random = random();
        this.unitOfWork = unitOfWork;
        office = new Office(unitOfWork, auditLog, store, new Device(device.repeat(32), "desk-1"), clock, random);
        keys = new OfficerKeys(directory, new PlainPassphrases(), random, clock);
        officers = new OfficerDesk(office, keys);
        PolicyReach reach = this::reach;
        requests = new Requests(office, reach, RequestLimits.DEFAULT);
        drafts = new Drafts(office, requests);
        desk = new RequestDesk(office, reach);
        SourceTimes times = times();
        issuing = new Issuing(office, target, reach, IssueLimits.DEFAULT, times);
        windows = new Windows(office, target, times);
        idle = new IdleWindows(office, windows);
        settlement = new Settlement(office, target, IssueLimits.DEFAULT, times);
        ends = new RequestEnds(office, RequestLimits.DEFAULT);
        shortening = new Shortening(office, target, times);
    }

    /// As whoever opens the workspace again has them.
    public Windows windowsAnew() {
        return new Windows(office, target, times());
    }

    private SourceTimes times() {
        return new SourceTimes(clock, target, clocksSeen, this::nanos);
    }

    /// By a clock that nobody sets.
    private long nanos() {
        return Duration.between(START, clock.instant()).minus(clockSet).toNanos();
    }

    /// Somebody sets our clock; the sources' go on as they were.
    public void setClock(Duration by) {
        clock.advance(by);
        clockSet = clockSet.plus(by);
    }

    /// The same store and ledger, seen from another officer's machine.
    public Town onAnotherMachine(Path directory) {
        Town other = new Town(directory, unitOfWork, "1");
        other.store.set(store.current());
        return other;
    }

    /// Says what the source is connected with.
    public void connect(Map<String, String> settings) {
        Connection connection =
                new Connection(BAO, "openbao", URI.create("https://bao.example"), true, START, settings);
        unitOfWork.run(transaction -> {
            transaction.connections().save(connection);
            return connection;
        });
    }

    /// Seeded, so that a failing test fails again.
    private static SecureRandom random() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(1);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private AddedReach reach(Snapshot snapshot, PolicyId policy) {
        String text = snapshot.policies().stream()
                .filter(it -> it.id().equals(policy))
                .findFirst()
                .orElseThrow()
                .text();
        var touched =
                new AddedReach.Touched("openbao:path/" + text.length(), "openbao.path", "READS", "CERTAIN", "HIGH");
        return new AddedReach(false, complete, List.of(touched), minting);
    }

    /// What the policy would add by the current reading.
    public AddedReach adds() {
        return reach(store.current(), BREAK_GLASS);
    }

    public static Secret passphrase(String officer) {
        return Secret.of("the passphrase of " + officer);
    }

    public OfficerKey key(String officer) {
        return keys.unlock(officer, passphrase(officer));
    }

    /// Puts the policy's text at the source and in the snapshot, which is read anew.
    public void publish(String text) {
        source.policy(BREAK_GLASS, text);
        read(text);
    }

    /// A new reading, which saw this text.
    public void read(String text) {
        read(text, List.of());
    }

    public void read(String text, List<Credential> credentials) {
        read(text, credentials, CoverageState.READ, CoverageState.READ);
    }

    /// A new reading, which found no token, as far as it could read.
    public void cover(CoverageState tokens, CoverageState namespaces) {
        read(TEXT, List.of(), tokens, namespaces);
    }

    private void read(String text, List<Credential> credentials, CoverageState tokens, CoverageState namespaces) {
        Snapshot before = store.current();
        Provenance provenance = new Provenance("policies", "test", "{}");
        store.set(new SnapshotBuilder()
                .add(new Policy(BREAK_GLASS, "openbao.acl", "break-glass", text, provenance))
                .addAll(credentials)
                .cover(List.of(
                        new Coverage(BAO, "policies", CoverageState.READ, "", 1, clock.instant()),
                        new Coverage(BAO, "tokens", tokens, "", credentials.size(), clock.instant()),
                        new Coverage(BAO, "namespaces", namespaces, "", 0, clock.instant())))
                .build(before.number() + 1, clock.instant()));
    }

    /// A token as the source shows it.
    public static Credential token(CredentialId id, String displayName) {
        return token(id, displayName, new Usage.NotObserved("OpenBao keeps no record"));
    }

    /// The same, from a source that keeps a record of its use.
    public static Credential token(CredentialId id, String displayName, Usage usage) {
        return new Credential(
                id,
                "openbao.token",
                displayName,
                null,
                null,
                START,
                new Expiry.Never(),
                usage,
                true,
                Map.of(),
                new Provenance("tokens", "test", "{}"));
    }

    public ExceptionRequest request() {
        return requests.submit(key("ada"), new RequestOrder(BREAK_GLASS, QUARTER, "payment is down"))
                .orThrow();
    }

    public Outcome<Receipt> approve(String requestId, String officer) {
        return desk.review(requestId).then(review -> desk.approve(review, key(officer)));
    }

    public Outcome<Receipt> deny(String requestId, String officer) {
        return desk.review(requestId).then(review -> desk.deny(review, key(officer), "not now"));
    }

    public ExceptionRequest approved() {
        ExceptionRequest request = request();
        approve(request.id(), "bo").orThrow();
        return request;
    }

    public Opened opened() {
        return issuing.issue(approved().id(), "ada").orThrow();
    }

    public List<LedgerEntry> ledger() {
        return unitOfWork.run(transaction -> auditLog.read(transaction, 0, Integer.MAX_VALUE));
    }

    /// The types of the entries after the two officers', in order.
    public List<String> events() {
        return ledger().stream().skip(2).map(entry -> entry.event().type()).toList();
    }

    /// The source as a target; acting on it can be switched off. It is looked up in the store, as a connection is.
    public final class Target implements Targets {
        public boolean acting = true;

        /// Whether the source tells what its clock shows.
        public boolean tellsTime;

        /// The scope that lists what the target issues.
        public Optional<String> listedIn = Optional.of("tokens");

        /// Happens when the target is about to be asked to issue.
        public Runnable onIssue = () -> {};

        /// Happens when its clock is looked up.
        public Runnable onClock = () -> {};

        @Override
        public Optional<Issuer> issuer(SourceName name) {
            return acting(name).map(Hooked::new);
        }

        private final class Hooked implements Issuer {
            private final MemorySource issuer;

            private Hooked(MemorySource issuer) {
                this.issuer = issuer;
            }

            @Override
            public Issued issue(Receipt receipt, Order order) {
                onIssue.run();
                return issuer.issue(receipt, order);
            }

            @Override
            public String currentPolicyText(PolicyId policy) {
                return issuer.currentPolicyText(policy);
            }

            @Override
            public Optional<String> listedIn() {
                return listedIn;
            }
        }

        @Override
        public Optional<Revoker> revoker(SourceName name) {
            return acting(name).map(it -> it);
        }

        @Override
        public Optional<Probe> probe(SourceName name) {
            return found(name).map(it -> it);
        }

        @Override
        public Optional<SourceClock> clock(SourceName name) {
            onClock.run();
            return Optional.<SourceClock>of(
                            () -> Optional.of(new SourceClock.Reading(sourceClock.instant(), clock.instant())))
                    .filter(_ -> tellsTime && name.equals(BAO));
        }

        @Override
        public Optional<Action> ending(SourceName name) {
            return Optional.of(new Action("openbao.revoke-accessor", false));
        }

        @Override
        public Optional<String> issuedKind(SourceName name) {
            return Optional.of("openbao.token");
        }

        private Optional<MemorySource> acting(SourceName name) {
            return found(name).filter(_ -> acting);
        }

        private Optional<MemorySource> found(SourceName name) {
            return unitOfWork.run(_ -> Optional.of(source).filter(_ -> name.equals(BAO)));
        }
    }
}
