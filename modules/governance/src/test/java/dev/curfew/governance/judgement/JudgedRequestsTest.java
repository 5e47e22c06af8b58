package dev.curfew.governance.judgement;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests before the policies: when they are made, at each signature, and when they are issued.
class JudgedRequestsTest {
    private static final String ROUTINE = "@id(\"routine\")\npermit (principal, action, resource);\n";
    private static final String NO_CASES = "{\"base\": {}, \"cases\": []}";

    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
    }

    @Test
    void oneOfficerIsEnoughOutsideProduction() {
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();

        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void productionTakesTwoOnTwoMachines() {
        town.connect(Map.of("environment", "production"));
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.PENDING);

        town.approve(request.id(), "cy").orThrow();
        assertThat(state(request)).as("bo and cy signed on one machine").isEqualTo(RequestState.PENDING);
    }

    @Test
    void productionIsIssuedWithTwoSignatures() {
        town.connect(Map.of("environment", "production"));
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        Town other = town.onAnotherMachine(directory);
        other.approve(request.id(), "cy").orThrow();

        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void nobodySignsTwice() {
        town.connect(Map.of("environment", "production"));
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();

        assertRefused(town.approve(request.id(), "bo"), Refusal.ALREADY_SIGNED);
    }

    @Test
    void whatThePoliciesRefuseStandsInTheLedgerAlone() {
        town.connect(Map.of("environment", "production"));
        assertRefused(
                town.requests.submit(
                        town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Duration.ofHours(5), "all night")),
                Refusal.POLICY_REFUSES);

        assertThat(town.requests.all()).isEmpty();
        assertThat(town.events()).endsWith("request.refused");
        assertThat(town.ledger().getLast().event().details().get("judgement"))
                .asString()
                .contains("ceiling-production");
    }

    @Test
    void routineIsApprovedByPolicyAndIssuedWithoutAnybody() {
        save(ROUTINE);
        ExceptionRequest request = town.request();

        assertThat(request.state()).isEqualTo(RequestState.APPROVED);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void unknownReachIsNeverApprovedByPolicyAlone() {
        save(ROUTINE);
        town.complete = false;

        assertThat(town.request().state()).isEqualTo(RequestState.PENDING);
    }

    @Test
    void anApprovalForOtherPoliciesDoesNotCarry() {
        ExceptionRequest request = town.approved();
        save("@id(\"none\")\nforbid (principal, action, resource);\n");

        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.POLICY_REFUSES);
        assertThat(town.source.calls()).doesNotContain("issue");
    }

    @Test
    void aStateThatNoLongerExistsDoesNotCarry() {
        save("@id(\"no-minting\")\nforbid (principal, action, resource) when { context.reach.mints };\n" + ROUTINE);
        ExceptionRequest request = town.request();
        town.minting = new Minting(Minting.Answer.CAN, "a rule was added");

        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.POLICY_REFUSES);
    }

    @Test
    void claimsAreSignedAndAsked() {
        save("@id(\"ticket\")\npermit (principal, action, resource) when { context has ticket };\n");

        assertRefused(
                town.requests.submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why")),
                Refusal.POLICY_REFUSES);
        ExceptionRequest request = town.requests
                .submit(
                        town.key("ada"),
                        new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why", Map.of("ticket", "OPS-7")))
                .orThrow();
        assertThat(request.toJson()).containsEntry("claims", Map.of("ticket", "OPS-7"));
    }

    @Test
    void policiesThatFailTheirCasesAreNotPutInForce() {
        PolicyPack pack = PolicyPack.packaged();

        assertRefused(book().save(town.key("bo"), new PolicyPack(ROUTINE, pack.cases())), Refusal.CASES_FAIL);
        assertRefused(
                book().save(town.key("bo"), new PolicyPack("permit(principal);", pack.cases())),
                Refusal.POLICIES_UNUSABLE);
        assertThat(versions()).containsExactly(0);
    }

    @Test
    void everyVersionIsKept() {
        save(ROUTINE);
        save(ROUTINE + "// again\n");

        assertThat(versions()).containsExactly(0, 1, 2);
        PolicyVersion inForce = town.unitOfWork.run(book()::inForce).orThrow();
        assertThat(inForce.pack().policies()).endsWith("// again\n");
        assertThat(inForce.savedBy()).isEqualTo("bo");
    }

    @Test
    void policiesThatNobodySignedAreNotAsked() {
        save(ROUTINE);
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(
                    transaction,
                    event -> event.type().equals(PolicyBook.SAVED) ? Events.with(event, "text", ROUTINE + " ") : event);
            return true;
        });

        assertRefused(
                town.requests.submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why")),
                Refusal.POLICIES_FORGED);
    }

    @Test
    void aCopyOfEarlierPoliciesThatSomebodyEntersDoesNotBringThemBack() {
        save(ROUTINE);
        AuditEvent first = town.ledger().getLast().event();
        save(ROUTINE + "// again\n");
        town.unitOfWork.run(transaction -> town.auditLog.append(transaction, first));

        assertRefused(town.unitOfWork.run(book()::inForce), Refusal.POLICIES_FORGED);
        assertRefused(town.unitOfWork.run(book()::versions), Refusal.POLICIES_FORGED);
    }

    private void save(String policies) {
        book().save(town.key("bo"), new PolicyPack(policies, NO_CASES)).orThrow();
    }

    private PolicyBook book() {
        return new PolicyBook(town.office);
    }

    private List<Integer> versions() {
        return town.unitOfWork.run(book()::versions).orThrow().stream()
                .map(PolicyVersion::number)
                .toList();
    }

    private RequestState state(ExceptionRequest request) {
        return town.requests.find(request.id()).orElseThrow().state();
    }
}
