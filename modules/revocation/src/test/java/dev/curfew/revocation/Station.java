package dev.curfew.revocation;

import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.timebox.TimeBoxer;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.plan.PlanLimits;
import dev.curfew.revocation.plan.PlanOrder;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.Verifier;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Fingerprints;
import dev.curfew.revocation.trial.Schedule;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemorySecrets;
import dev.curfew.testbed.memory.MemorySource;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One source with one key, one officer, and all that revokes.
public final class Station {
    public static final Instant START = Instant.parse("2026-11-22T03:00:00Z");
    public static final SourceName AWS = new SourceName("aws");
    public static final CredentialId KEY = new CredentialId(AWS, "AKIA0001");
    public static final String VALUE = "AKIA0001:secret";
    public static final IdentityId CI = new IdentityId(AWS, "arn:aws:iam::000000000001:user/ci");

    public final SteppingClock clock = new SteppingClock(START);
    public final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    public final MemoryAuditLog auditLog = new MemoryAuditLog();
    public final MemoryStore store = new MemoryStore();
    public final MemorySecrets secrets = new MemorySecrets();
    public final MemorySource source = new MemorySource(AWS, clock);
    public final Target target = new Target();
    public final Office office;
    public final OfficerKeys keys;
    public final OfficerDesk officers;
    public final Planner planner;
    public final PlanDesk desk;
    public final Bench bench;
    public final Executor executor;
    public final Verifier verifier;

    public Station(Path directory) {
        SecureRandom random = random();
        office = new Office(unitOfWork, auditLog, store, new Device("0".repeat(32), "desk-1"), clock, random);
        keys = new OfficerKeys(directory, new PlainPassphrases(), random, clock);
        officers = new OfficerDesk(office, keys);
        planner = new Planner(
                office,
                target,
                Catalogue.packaged(),
                new Protection(unitOfWork, secrets, target),
                (_, _) -> new AddedReach(false, true, List.of(), new Minting(Minting.Answer.CAN, "it mints")),
                PlanLimits.DEFAULT);
        desk = new PlanDesk(office, planner, Catalogue.packaged());
        bench = new Bench(
                office,
                target,
                Catalogue.packaged(),
                new Fingerprints(secrets, random),
                Schedule.DEFAULT,
                clock::advance);
        executor = new Executor(bench);
        verifier = new Verifier(bench);
        officers.add("ada", "Ada", passphrase()).orThrow();
        connect("test");
        source.give(KEY, VALUE);
        read(identity(CI, Map.of()), key(KEY, CI));
    }

    /// Says what the source is for.
    public void connect(String environment) {
        Connection connection = new Connection(
                AWS,
                "aws",
                URI.create("https://aws.example"),
                true,
                START,
                Map.of(CommonSettings.ENVIRONMENT.name(), environment));
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

    public static Secret passphrase() {
        return Secret.of("the passphrase");
    }

    public OfficerKey ada() {
        return keys.unlock("ada", passphrase());
    }

    /// A new reading, which saw exactly this.
    public void read(Fact... facts) {
        store.set(new SnapshotBuilder()
                .addAll(Arrays.asList(facts))
                .cover(List.of(new Coverage(AWS, "all", CoverageState.READ, "", facts.length, START)))
                .build(store.current().number() + 1, START));
    }

    public static Identity identity(IdentityId id, Map<String, String> tags) {
        return identity(id, "aws.user", tags);
    }

    public static Identity identity(IdentityId id, String kind, Map<String, String> tags) {
        return new Identity(
                id,
                kind,
                id.nativeId(),
                new Ownership.Unowned(),
                START,
                new Usage.NotObserved("test"),
                tags,
                provenance());
    }

    public static Credential key(CredentialId id, IdentityId holder) {
        return credential(id, "aws.access-key", holder, null, Map.of());
    }

    public static Credential credential(
            CredentialId id,
            String kind,
            @Nullable IdentityId holder,
            @Nullable CredentialId parent,
            Map<String, String> attributes) {
        return new Credential(
                id,
                kind,
                id.nativeId(),
                holder,
                parent,
                START,
                new Expiry.Never(),
                new Usage.NotObserved("test"),
                true,
                attributes,
                provenance());
    }

    private static Provenance provenance() {
        return new Provenance("all", "test", "{}");
    }

    public Outcome<RevocationPlan> plan(Extent extent, String... targets) throws InterruptedException {
        return planner.plan(ada(), new PlanOrder(List.of(targets), extent, "it leaked"));
    }

    public RevocationPlan deletion() throws InterruptedException {
        return plan(Extent.DELETE, KEY.text()).orThrow();
    }

    public RevocationPlan deactivation() throws InterruptedException {
        return plan(Extent.DEACTIVATE, KEY.text()).orThrow();
    }

    public Receipt approve(RevocationPlan plan) throws InterruptedException {
        return desk.approve(desk.review(plan.id()).orThrow(), ada()).orThrow();
    }

    public RunReport run(RevocationPlan plan, Receipt receipt) {
        return executor.run(plan, receipt, values(), Progress.SILENT).orThrow();
    }

    public static Map<CredentialId, Secret> values() {
        return Map.of(KEY, Secret.of(VALUE));
    }

    public List<LedgerEntry> ledger() {
        return unitOfWork.run(transaction -> auditLog.read(transaction, 0, Integer.MAX_VALUE));
    }

    /// The types of the entries after the officer's, in order.
    public List<String> events() {
        return ledger().stream().skip(1).map(entry -> entry.event().type()).toList();
    }

    /// The source as a target; acting on it can be switched off.
    public final class Target implements Targets {
        public boolean acting = true;

        /// What acts on it.
        public Revoker revoking = source;

        /// What tries and lists what is there.
        public Probe probing = source;

        /// What makes second credentials, if anything does.
        public @Nullable Rotator rotating;

        @Override
        public Optional<Issuer> issuer(SourceName name) {
            return Optional.empty();
        }

        @Override
        public Optional<Revoker> revoker(SourceName name) {
            return Optional.of(revoking).filter(_ -> acting && name.equals(AWS));
        }

        @Override
        public Optional<Rotator> rotator(SourceName name) {
            return Optional.ofNullable(rotating).filter(_ -> acting && name.equals(AWS));
        }

        /// What writes policies, if anything does.
        public @Nullable PolicyKeeper keeping;

        /// What puts ends on standing access, if anything does.
        public @Nullable TimeBoxer boxing;

        @Override
        public Optional<TimeBoxer> timeBoxer(SourceName name) {
            return Optional.ofNullable(boxing).filter(_ -> acting && name.equals(AWS));
        }

        /// What tells of the use of policies, if anything does.
        public @Nullable UseLog using;

        @Override
        public Optional<PolicyKeeper> keeper(SourceName name) {
            return Optional.ofNullable(keeping).filter(_ -> acting && name.equals(AWS));
        }

        @Override
        public Optional<UseLog> uses(SourceName name) {
            return Optional.ofNullable(using).filter(_ -> name.equals(AWS));
        }

        @Override
        public Optional<Probe> probe(SourceName name) {
            return Optional.of(probing).filter(_ -> name.equals(AWS));
        }

        @Override
        public Optional<Action> ending(SourceName name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> issuedKind(SourceName name) {
            return Optional.of("openbao.token");
        }
    }
}
