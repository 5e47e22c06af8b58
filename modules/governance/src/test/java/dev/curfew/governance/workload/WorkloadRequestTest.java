package dev.curfew.governance.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.testbed.memory.MemorySecrets;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests of workloads: believed by the key of the trust that an officer signed, and by nothing else.
class WorkloadRequestTest {
    private static final Witness WITNESS = new Witness.Issuer(URI.create("https://ci.example"), "curfew", "", false);
    private static final Workload SHOP = new Workload("ci", "repo:acme/shop");

    @TempDir
    private Path directory;

    private final WorkloadKeys keys = new WorkloadKeys(new MemorySecrets(), new SecureRandom());
    private Town town;
    private TrustBook book;
    private WorkloadTrust trust;

    @BeforeEach
    void trusted() {
        town = new Town(directory);
        book = new TrustBook(town.office);
        trust = enter("ada", List.of("repo:acme/*"));
    }

    private WorkloadTrust enter(String officer, List<String> subjects) {
        String publicKey = keys.make("ci");
        WorkloadTrust entered = new WorkloadTrust("ci", WITNESS, subjects, publicKey, officer, town.clock.instant());
        try (OfficerKey key = town.key(officer)) {
            return town.unitOfWork
                    .run(transaction -> book.enter(transaction, key, entered))
                    .orThrow();
        }
    }

    private SigningKey key(Workload workload) {
        return keys.of(trust, workload).orElseThrow();
    }

    private Outcome<ExceptionRequest> ask(SigningKey key) {
        return town.requests.submit(key, new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "deploy"));
    }

    @Test
    void whatATrustedWorkloadAskedForIsDecidedAndIssuedAsAnybodys() {
        ExceptionRequest request = ask(key(SHOP)).orThrow();
        assertThat(request.requester()).isEqualTo("workload:ci/repo:acme/shop");
        assertThat(town.desk
                        .review(request.id())
                        .orThrow()
                        .judgement()
                        .question()
                        .principal())
                .isEqualTo(new Requester(Requester.Kind.WORKLOAD, "ci/repo:acme/shop"));

        town.approve(request.id(), "bo").orThrow();
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().id())
                .isEqualTo(request.id());
    }

    @Test
    void onlySubjectsThatTheOfficerNamedAsk() {
        for (String subject : List.of("repo:acmeevil/shop", "repo:acme", "other")) {
            assertRefused(ask(key(new Workload("ci", subject))), Refusal.NOT_TRUSTED);
        }
        assertRefused(ask(key(new Workload("other", "repo:acme/shop"))), Refusal.NOT_TRUSTED);
    }

    @Test
    void aKeyThatTheOfficerDidNotSignForSignsNothing() {
        keys.make("ci");
        WorkloadTrust other =
                new WorkloadTrust("ci", WITNESS, List.of("*"), keys.make("ci"), "ada", town.clock.instant());
        assertRefused(ask(keys.of(other, SHOP).orElseThrow()), Refusal.WRONG_KEY);
        // with the public key of the one that is trusted, and another private one
        ExceptionRequest request = ask(keys.of(trust, SHOP).orElseThrow()).orThrow();
        assertRefused(town.desk.review(request.id()), Refusal.FORGED);
    }

    @Test
    void aRowThatWasGivenToAnotherWorkloadIsForged() {
        ExceptionRequest request = ask(key(SHOP)).orThrow();
        town.unitOfWork.run(transaction -> {
            transaction.requests().save(as(request, new Workload("ci", "repo:acme/other").text()));
            return request;
        });
        assertRefused(town.desk.review(request.id()), Refusal.FORGED);
    }

    private static ExceptionRequest as(ExceptionRequest request, String requester) {
        return new ExceptionRequest(
                request.id(),
                requester,
                request.policy(),
                request.policyTextHash(),
                request.duration(),
                request.reason(),
                request.claims(),
                request.addsReach(),
                request.snapshotNumber(),
                request.nonce(),
                request.requestedAt(),
                request.state());
    }

    @Test
    void aTrustThatNoOfficerSignedStopsThoseOfItsName() {
        AuditEvent genuine = town.ledger().getLast().event();
        Map<String, Object> details = new LinkedHashMap<>(genuine.details());
        details.put("subjects", List.of("*"));
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent(genuine.type(), genuine.at(), genuine.actor(), genuine.subjectHash(), details)));
        assertRefused(ask(key(SHOP)), Refusal.TRUST_FORGED);
        assertThat(town.unitOfWork.run(book::inForce).all()).isEmpty();
        assertThat(town.unitOfWork.run(book::inForce).doubts()).hasSize(1);
    }

    @Test
    void aCopyOfATrustThatSomebodyEntersDoesNotBringItBack() {
        AuditEvent entered = town.ledger().getLast().event();
        enter("bo", List.of());
        town.unitOfWork.run(transaction -> town.auditLog.append(transaction, entered));

        assertThat(town.unitOfWork.run(book::inForce).all()).isEmpty();
        assertRefused(ask(key(SHOP)), Refusal.NOT_TRUSTED);
    }

    @Test
    void whoeverIsTrustedNoLongerGetsNothingMore() {
        ExceptionRequest request = ask(key(SHOP)).orThrow();
        town.approve(request.id(), "bo").orThrow();
        enter("bo", List.of());

        assertRefused(ask(key(SHOP)), Refusal.NOT_TRUSTED);
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.NOT_TRUSTED);
        assertThat(town.unitOfWork.run(book::inForce).all()).isEmpty();
    }

    @Test
    void onlyItselfTakesBackWhatItAskedFor() {
        ExceptionRequest request = ask(key(SHOP)).orThrow();
        SigningKey neighbour = key(new Workload("ci", "repo:acme/other"));
        assertRefused(town.ends.withdraw(request.id(), neighbour, ""), Refusal.NOT_THE_REQUESTER);
        assertRefused(town.ends.withdraw(request.id(), town.key("ada"), ""), Refusal.NOT_THE_REQUESTER);
        assertThat(town.ends.withdraw(request.id(), key(SHOP), "").orThrow().state())
                .isEqualTo(RequestState.WITHDRAWN);
    }

    private static void assertRefused(Outcome<?> outcome, Refusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
