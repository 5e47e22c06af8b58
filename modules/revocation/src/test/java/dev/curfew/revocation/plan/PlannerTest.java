package dev.curfew.revocation.plan;

import static dev.curfew.revocation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SessionsId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Protection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
    private static final Action DEACTIVATE = new Action("aws.deactivate-access-key", true);
    private static final Action DELETE = new Action("aws.delete-access-key", false);
    private static final Action REVOKE = new Action("openbao.revoke-accessor", false);
    private static final CredentialId PARENT = new CredentialId(Station.AWS, "parent");
    private static final CredentialId CHILD = new CredentialId(Station.AWS, "child");

    @TempDir
    private Path directory;

    private Station station;

    @BeforeEach
    void build() {
        station = new Station(directory);
    }

    @Test
    void whatCanBeUndoneComesBeforeWhatCannot() throws InterruptedException {
        CredentialId second = new CredentialId(Station.AWS, "AKIA0002");
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(second, Station.CI));
        RevocationPlan plan = station.plan(Extent.DELETE, Station.CI.text()).orThrow();
        assertThat(plan.steps())
                .containsExactly(
                        new PlannedStep(1, Station.KEY, "aws.access-key", DEACTIVATE),
                        new PlannedStep(2, second, "aws.access-key", DEACTIVATE),
                        new PlannedStep(3, Station.KEY, "aws.access-key", DELETE),
                        new PlannedStep(4, second, "aws.access-key", DELETE));
    }

    @Test
    void whatMintsComesBeforeWhatItMinted() throws InterruptedException {
        station.read(token(CHILD, PARENT, Map.of()), token(PARENT, null, Map.of()));
        RevocationPlan plan =
                station.plan(Extent.DELETE, CHILD.text(), PARENT.text()).orThrow();
        assertThat(plan.steps())
                .containsExactly(
                        new PlannedStep(1, PARENT, "openbao.token", REVOKE),
                        new PlannedStep(2, CHILD, "openbao.token", REVOKE));
    }

    @Test
    void aPlanIsKeptAndEnteredUnderItsHash() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        assertThat(plan.id()).matches("p-[0-9a-hjkmnp-tv-z]{5}");
        assertThat(station.unitOfWork.<RevocationPlan>run(
                        transaction -> transaction.plans().find(plan.id()).orElseThrow()))
                .isEqualTo(plan);
        assertThat(station.events()).containsExactly("plan.made");
        assertThat(station.ledger().getLast().event().subjectHash()).isEqualTo(plan.hash());
    }

    @Test
    void thePreviewSaysWhatEndsTooAndWhatStays() throws InterruptedException {
        IdentityId holder = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/holder");
        CredentialId other = new CredentialId(Station.AWS, "other");
        station.read(
                Station.identity(holder, Map.of()),
                Station.credential(PARENT, "openbao.token", holder, null, Map.of()),
                Station.credential(CHILD, "openbao.token", holder, PARENT, Map.of()),
                Station.credential(other, "openbao.token", holder, null, Map.of()));
        RevocationPlan plan = station.plan(Extent.DELETE, PARENT.text()).orThrow();
        assertThat(credentials(plan))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("endToo", List.of(CHILD.text()))
                        .containsEntry("endTooCount", 1)
                        .containsEntry("residual", List.of(other.text()))
                        .containsEntry("staysAliveAtMostSeconds", 0L)
                        .containsEntry("refusedWithinSeconds", 1L)
                        .containsEntry("endsByItself", "never"));
    }

    @Test
    void aBareIdIsTakenWhereItIsUnambiguous() throws InterruptedException {
        assertThat(station.plan(Extent.DELETE, "AKIA0001")
                        .orThrow()
                        .steps()
                        .getFirst()
                        .credential())
                .isEqualTo(Station.KEY);
    }

    @Test
    void anAmbiguousIdIsNeverActedOn() throws InterruptedException {
        CredentialId twin = new CredentialId(new SourceName("aws-file"), "AKIA0001");
        var before = station.store.current();
        station.store.set(new SnapshotBuilder()
                .addAll(before.credentials())
                .add(Station.key(twin, Station.CI))
                .build(2, Station.START));
        assertRefused(station.plan(Extent.DELETE, "AKIA0001"), Refusal.AMBIGUOUS);
    }

    @Test
    void anUnknownIdIsRefused() throws InterruptedException {
        assertRefused(station.plan(Extent.DELETE, "aws:AKIA9999"), Refusal.UNKNOWN_CREDENTIAL);
    }

    @Test
    void aPlanIsWholeOrNotAtAll() throws InterruptedException {
        assertRefused(station.plan(Extent.DELETE, Station.KEY.text(), "aws:AKIA9999"), Refusal.UNKNOWN_CREDENTIAL);
        assertThat(station.events()).isEmpty();
    }

    @Test
    void aSourceThatMayNotBeActedOnIsRefused() throws InterruptedException {
        station.target.acting = false;
        assertRefused(station.plan(Extent.DELETE, Station.KEY.text()), Refusal.ACTING_OFF);
    }

    @Test
    void aBatchTokenCannotBeRevoked() throws InterruptedException {
        station.read(token(CHILD, null, Map.of("type", "batch")));
        assertRefused(station.plan(Extent.DELETE, CHILD.text()), Refusal.NOT_REVOCABLE);
    }

    @Test
    void aTokenCannotBeDeactivatedOnly() throws InterruptedException {
        station.read(token(CHILD, null, Map.of()));
        assertRefused(station.plan(Extent.DEACTIVATE, CHILD.text()), Refusal.NOT_REVOCABLE);
    }

    @Test
    void aProtectedIdentityKeepsItsCredentials() throws InterruptedException {
        for (String tag : List.of(Protection.PROTECTED, Protection.BREAK_GLASS)) {
            station.read(Station.identity(Station.CI, Map.of(tag, "true")), Station.key(Station.KEY, Station.CI));
            assertRefused(station.plan(Extent.DELETE, Station.KEY.text()), Refusal.PROTECTED);
        }
    }

    @Test
    void curfewsOwnCredentialAndWhatItHangsOnAreNotRevoked() throws InterruptedException {
        connect();
        station.secrets.put("aws/act", Secret.of("own value"));
        station.source.give(CHILD, "own value");
        station.read(token(CHILD, PARENT, Map.of()), token(PARENT, null, Map.of()));
        assertRefused(station.plan(Extent.DELETE, CHILD.text()), Refusal.OWN_CREDENTIAL);
        assertRefused(station.plan(Extent.DELETE, PARENT.text()), Refusal.OWN_CREDENTIAL);
    }

    @Test
    void whatAConnectorMarkedAsCurfewsOwnIsNotRevoked() throws InterruptedException {
        station.read(token(CHILD, PARENT, Map.of("curfew:own", "true")), token(PARENT, null, Map.of()));
        assertRefused(station.plan(Extent.DELETE, CHILD.text()), Refusal.OWN_CREDENTIAL);
        assertRefused(station.plan(Extent.DELETE, PARENT.text()), Refusal.OWN_CREDENTIAL);
    }

    @Test
    void whoCurfewIsAtASourceIsNotCutOff() throws InterruptedException {
        Map<String, String> own = Map.of("curfew:own", "true");
        IdentityId role = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:role/curfew-act");
        station.read(
                Station.identity(Station.CI, own),
                Station.key(Station.KEY, Station.CI),
                Station.identity(role, "aws.role", own));
        assertRefused(station.plan(Extent.DELETE, Station.CI.text()), Refusal.OWN_CREDENTIAL);
        assertRefused(station.plan(Extent.DELETE, Station.KEY.text()), Refusal.OWN_CREDENTIAL);
        assertRefused(station.plan(Extent.DEACTIVATE, SessionsId.of(role).text()), Refusal.OWN_CREDENTIAL);
    }

    @Test
    void aPlanOfMoreThanFiftyStepsIsSplit() throws InterruptedException {
        List<Fact> facts = new ArrayList<>(List.of(Station.identity(Station.CI, Map.of())));
        for (int i = 0; i < 26; i++) {
            facts.add(Station.key(new CredentialId(Station.AWS, "AKIA1" + i), Station.CI));
        }
        station.read(facts.toArray(Fact[]::new));
        assertRefused(station.plan(Extent.DELETE, Station.CI.text()), Refusal.TOO_MANY_STEPS);
        assertThat(station.plan(Extent.DEACTIVATE, Station.CI.text()).orThrow().steps())
                .hasSize(26);
    }

    @Test
    void aReasonIsNeeded() throws InterruptedException {
        assertRefused(
                station.planner.plan(station.ada(), new PlanOrder(List.of(Station.KEY.text()), Extent.DELETE, " ")),
                Refusal.NO_REASON);
    }

    @Test
    void aTokenIssuedSinceTheLastReadingCanBePlannedAndItsPolicysMintingIsShown() throws InterruptedException {
        CredentialId fresh = new CredentialId(Station.AWS, "fresh");
        PolicyId policy = new PolicyId(Station.AWS, "policy/p");
        Window window = new Window(
                "r-00001",
                policy,
                fresh,
                Station.START,
                Station.START.plusSeconds(900),
                new Enforcement(true, "aws", ""),
                null,
                null);
        station.unitOfWork.run(transaction -> {
            transaction.windows().save(window);
            return true;
        });
        station.read(new Policy(policy, "openbao.acl", "p", "", new Provenance("all", "test", "{}")));
        RevocationPlan plan = station.plan(Extent.DELETE, "fresh").orThrow();
        assertThat(plan.steps()).containsExactly(new PlannedStep(1, fresh, "openbao.token", REVOKE));
        assertThat(credentials(plan))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("window", "r-00001")
                        .containsEntry("mint", "CAN")
                        .containsEntry("mintReason", "it mints"));
    }

    @Test
    void thePreviewIsTheSameAgainUntilTheEstateChanges() throws InterruptedException {
        RevocationPlan plan = station.deletion();
        assertThat(station.planner.recheck(plan).checked().recheck()).isEqualTo(Recheck.SAME);
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(new CredentialId(Station.AWS, "AKIA0002"), Station.CI));
        assertThat(station.planner.recheck(plan).checked().recheck()).isEqualTo(Recheck.CHANGED);
        station.read();
        assertThat(station.planner.recheck(plan).checked().recheck()).isEqualTo(Recheck.NOT_CHECKED);
    }

    private void connect() {
        station.unitOfWork.run(transaction -> {
            transaction
                    .connections()
                    .save(new Connection(
                            Station.AWS, "aws", URI.create("http://127.0.0.1"), true, Station.START, Map.of()));
            return true;
        });
    }

    private static Credential token(CredentialId id, @Nullable CredentialId parent, Map<String, String> attributes) {
        return Station.credential(id, "openbao.token", null, parent, attributes);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> credentials(RevocationPlan plan) {
        return (List<Map<String, Object>>) Objects.requireNonNull(plan.preview().get("credentials"));
    }
}
