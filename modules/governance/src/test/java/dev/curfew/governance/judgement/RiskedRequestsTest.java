package dev.curfew.governance.judgement;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.federation.FederationTags;
import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Circumstances.Party;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.signal.SenderBook;
import dev.curfew.governance.signal.SignalBook;
import dev.curfew.governance.signal.SignalBook.Heard;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadKeys;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.testbed.memory.MemorySecrets;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests by and for identities about which something was signalled: when they are made, at each signature, when they
/// are issued, and at each renewal.
class RiskedRequestsTest {
    private static final IdentityId CI = IdentityId.of("prod", "user/ci");
    private static final String ISSUER = "https://ci.example";
    private static final Workload JOB = new Workload("ci", "repo:acme/shop");

    private static final Sender IDP = new Sender(
            "idp",
            new Sender.Proof.Transmitter(URI.create("https://idp.example"), "curfew", "", "{\"keys\":[]}", false),
            EnumSet.allOf(SignalKind.class),
            List.of());

    /// One officer decides; nobody may while the risk is high.
    private static final String NOT_AT_RISK = """
            @id("decided") @requires("1 of officer") permit (principal, action, resource);
            @id("no-risk") forbid (principal, action, resource)
            when { context has holder && context.holder has risk && context.holder.risk >= 70 };
            """;

    @TempDir
    private Path directory;

    private Town town;
    private SignalBook signals;

    @BeforeEach
    void anIdentity() {
        town = new Town(directory);
        signals = new SignalBook(town.office);
        read(Map.of(FederationTags.ISSUER, ISSUER, FederationTags.SUBJECT, JOB.subject()), "ci");
    }

    private void read(Map<String, String> tags, String... names) {
        Snapshot before = town.store.current();
        Provenance provenance = new Provenance("users", "test", "{}");
        SnapshotBuilder builder = new SnapshotBuilder()
                .add(new Policy(Town.BREAK_GLASS, "openbao.acl", "break-glass", Town.TEXT, provenance))
                .cover(before.coverage());
        for (String name : names) {
            builder.add(new Identity(
                    IdentityId.of("prod", "user/" + name),
                    "aws.user",
                    name,
                    new Ownership.Unowned(),
                    Town.START,
                    new Usage.NotObserved("nobody says"),
                    tags,
                    provenance));
        }
        town.store.set(builder.build(before.number() + 1, town.clock.instant()));
    }

    private void believe(Sender sender) {
        town.unitOfWork
                .run(transaction -> new SenderBook(town.office).enter(transaction, town.key("ada"), sender))
                .orThrow();
    }

    private String signalled(SignalKind kind) {
        Tip tip = new Tip(
                kind.code() + town.ledger().size(),
                kind,
                List.of(SignalSubject.of(SignalSubject.Form.ID, CI.text())),
                town.clock.instant());
        return town.unitOfWork
                .run(transaction -> signals.receive(transaction, IDP, List.of(new Heard(tip, List.of(CI), false))))
                .orThrow()
                .getFirst()
                .taken()
                .signal()
                .id();
    }

    private void settle(String id) {
        town.unitOfWork
                .run(transaction -> signals.settle(transaction, town.key("bo"), id, "looked at"))
                .orThrow();
    }

    private void save(String policies) {
        new PolicyBook(town.office)
                .save(town.key("bo"), new PolicyPack(policies, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
    }

    private Outcome<ExceptionRequest> ask(Map<String, String> claims) {
        return town.requests.submit(
                town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "deploy", claims));
    }

    private Outcome<ExceptionRequest> askForCi() {
        return ask(Map.of("workload", "ci"));
    }

    private Circumstances asked(ExceptionRequest request) {
        return town.desk.review(request.id()).orThrow().judgement().question().context();
    }

    @Test
    void whatIsKnownOfWhomItIsForIsToldApartFromWhatIsNot() {
        ExceptionRequest request = askForCi().orThrow();
        assertThat(asked(request).holder())
                .as("nobody is believed who could tell")
                .isEqualTo(new Party(null, Set.of(), "requested"));
        assertThat(asked(request).requester())
                .as("an officer who is nobody there")
                .isNull();
        assertThat(asked(ask(Map.of()).orThrow()).holder())
                .as("nobody is named")
                .isNull();
        assertThat(asked(ask(Map.of("workload", "c")).orThrow()).holder())
                .as("a part of a name")
                .isNull();

        believe(IDP);
        assertThat(asked(request).holder()).isEqualTo(new Party(0L, Set.of(), "requested"));
        signalled(SignalKind.RISK_MEDIUM);
        signalled(SignalKind.SESSION_REVOKED);
        assertThat(asked(request).holder())
                .isEqualTo(new Party(52L, Set.of("risk-medium", "session-revoked"), "requested"));
        assertThat(asked(request).risk()).as("the requester's").isNull();

        read(Map.of(), "ci", "ci2");
        assertThat(asked(ask(Map.of("workload", "prod:user/ci2")).orThrow()).holder())
                .isEqualTo(new Party(0L, Set.of(), "requested"));
    }

    @Test
    void silenceSaysNothingWhileASenderIsInDoubt() {
        believe(IDP);
        ExceptionRequest request = askForCi().orThrow();
        Sender other = new Sender("edr", IDP.proof(), IDP.kinds(), List.of());
        believe(other);
        assertThat(asked(request).holder()).isEqualTo(new Party(0L, Set.of(), "requested"));

        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction,
                    event -> "edr".equals(event.details().get("name"))
                            ? Events.with(event, "sources", List.of("elsewhere"))
                            : event);
            return true;
        });
        assertThat(asked(request).holder()).isEqualTo(new Party(null, Set.of(), "requested"));
        believe(other);
        assertThat(asked(request).holder()).as("entered anew").isEqualTo(new Party(0L, Set.of(), "requested"));
    }

    @Test
    void silenceSaysNothingWhereASignalCannotBeRead() {
        believe(IDP);
        ExceptionRequest request = askForCi().orThrow();
        settle(signalled(SignalKind.RISK_HIGH));
        assertThat(asked(request).holder()).isEqualTo(new Party(0L, Set.of(), "requested"));

        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction,
                    event -> event.type().equals(SignalBook.RECEIVED)
                            ? Events.with(event, "tip", Map.of("at", "some day"))
                            : event);
            return true;
        });
        assertThat(asked(request).holder()).isEqualTo(new Party(null, Set.of(), "requested"));
        signalled(SignalKind.RISK_MEDIUM);
        assertThat(asked(request).holder())
                .as("what is known is said")
                .extracting(Party::risk)
                .isNotNull();
    }

    @Test
    void whoMayBeOneOfSeveralIsNotKnown() {
        Snapshot before = town.store.current();
        town.store.set(new SnapshotBuilder()
                .addAll(before.policies())
                .addAll(before.identities())
                .addAll(before.identities().stream()
                        .map(ci -> new Identity(
                                IdentityId.of("other", "user/7"),
                                ci.kind(),
                                ci.name(),
                                ci.ownership(),
                                ci.createdAt(),
                                ci.usage(),
                                ci.tags(),
                                ci.provenance()))
                        .toList())
                .cover(before.coverage())
                .build(before.number() + 1, town.clock.instant()));
        assertThat(asked(askForCi().orThrow()).holder()).isNull();
    }

    @Test
    void aWorkloadIsWhoHasItsTokens() {
        WorkloadKeys keys = new WorkloadKeys(new MemorySecrets(), new SecureRandom());
        WorkloadTrust trust = new WorkloadTrust(
                "ci",
                new Witness.Issuer(URI.create(ISSUER), "curfew", "", false),
                List.of("*"),
                keys.make("ci"),
                "ada",
                town.clock.instant());
        town.unitOfWork
                .run(transaction -> new TrustBook(town.office).enter(transaction, town.key("ada"), trust))
                .orThrow();
        signalled(SignalKind.RISK_HIGH);

        assertRefused(
                town.requests.submit(
                        keys.of(trust, JOB).orElseThrow(),
                        new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "deploy", Map.of())),
                Refusal.POLICY_REFUSES);
        ExceptionRequest other = town.requests
                .submit(
                        keys.of(trust, new Workload("ci", "repo:acme/other")).orElseThrow(),
                        new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "deploy", Map.of()))
                .orThrow();
        assertThat(asked(other).requester()).isNull();
    }

    @Test
    void itIsWeighedWhenItIsAskedAndAtARenewal() {
        save(NOT_AT_RISK);
        ExceptionRequest request = askForCi().orThrow();
        town.approve(request.id(), "bo").orThrow();
        town.issuing.issue(request.id(), "ada").orThrow();

        String signal = signalled(SignalKind.RISK_HIGH);
        assertRefused(askForCi(), Refusal.POLICY_REFUSES);
        Map<String, String> again = Map.of("workload", "ci", ExceptionRequest.RENEWS, request.id());
        assertRefused(ask(again), Refusal.POLICY_REFUSES);

        settle(signal);
        assertThat(ask(again).orThrow().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void itIsWeighedAtEachSignatureAndWhenItIsIssued() {
        save(NOT_AT_RISK);
        ExceptionRequest request = askForCi().orThrow();
        String first = signalled(SignalKind.RISK_HIGH);
        assertRefused(town.approve(request.id(), "bo"), Refusal.POLICY_REFUSES);
        settle(first);
        town.approve(request.id(), "bo").orThrow();

        String second = signalled(SignalKind.RISK_HIGH);
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.POLICY_REFUSES);
        assertThat(town.source.calls()).doesNotContain("issue");
        settle(second);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    /// Entries of before there was this have neither party, and a risk that is null.
    @Test
    void whatWasDecidedBeforeIsReplayed() throws InterruptedException, PolicyTextException {
        ExceptionRequest request = askForCi().orThrow();
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction,
                    event -> event.details().get("judgement") instanceof Map<?, ?> said
                            ? Events.with(event, "judgement", before(said))
                            : event);
            return true;
        });
        assertThat(town.ledger().getLast().event().details().toString())
                .contains(request.id())
                .doesNotContain("holder");

        Replay.Result result = new Replay(town.office).of(Policies.of(NOT_AT_RISK), Progress.SILENT);
        assertThat(result.decided()).isEqualTo(1);
        assertThat(result.changes()).isEmpty();
    }

    private static Map<String, Object> before(Map<?, ?> judgement) {
        Map<String, Object> old = new HashMap<>();
        judgement.forEach((name, value) -> old.put(
                String.valueOf(name),
                "question".equals(name)
                        ? String.valueOf(value).replaceAll(",?\"(?:holder|requester)\":(?:null|\\{[^}]*})", "")
                        : value));
        return old;
    }
}
