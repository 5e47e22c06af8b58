package dev.curfew.analysis.lifecycle;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where identities stand, and what moved them there.
class LifecyclesTest {
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(3));
    private final Estate estate = Estate.of("k8s");
    private final List<ExceptionRequest> requests = new ArrayList<>();
    private final List<RevocationPlan> plans = new ArrayList<>();
    private final List<StepRecord> steps = new ArrayList<>();

    private Lifecycle of(IdentityId id) {
        SnapshotIndex index = estate.index();
        Identity identity = index.identity(id).orElseThrow();
        return new Lifecycles(index, requests, Revoked.of(plans, steps), NOW)
                .of(identity, new Inventory(index).row(identity).usage());
    }

    private IdentityId builder(Usage usage) {
        return estate.identity("kubernetes.service-account", "ci/builder", new Ownership.Unowned(), usage, Map.of());
    }

    private static Usage seen(int daysAgo) {
        return new Usage.Seen(NOW.minus(Duration.ofDays(daysAgo)), "", quality(400));
    }

    private static UsageQuality quality(int days) {
        return new UsageQuality("record", Duration.ofDays(1), Duration.ofDays(days), false);
    }

    private void revoke(CredentialId credential, boolean reversible, StepState state, Instant at) {
        String id = "plan" + plans.size();
        Action action = new Action("kubernetes.act", reversible);
        plans.add(new RevocationPlan(
                id, "ada", "leaked", at, 1, List.of(new PlannedStep(1, credential, "kind", action)), Map.of()));
        steps.add(new StepRecord(id, 1, state, at, ""));
    }

    private void request(String workload, RequestState state) {
        requests.add(new ExceptionRequest(
                "r1",
                "ada",
                PolicyId.of("k8s", "p"),
                "hash",
                Duration.ofHours(1),
                "why",
                Map.of("workload", workload),
                "{}",
                1,
                "nonce",
                BEFORE,
                state));
    }

    @ParameterizedTest(name = "seen {0} days ago: {1}")
    @CsvSource({"0, ACTIVE", "91, ACTIVE", "92, DORMANT"})
    void useWithinNinetyDaysAndTheRecordsLagIsActive(int daysAgo, LifecycleState state) {
        Lifecycle lifecycle = of(builder(seen(daysAgo)));

        assertThat(lifecycle.state()).isEqualTo(state);
        assertThat(lifecycle.since()).isEqualTo(NOW.minus(Duration.ofDays(daysAgo)));
    }

    @ParameterizedTest(name = "a record of {0} days: {1}")
    @CsvSource({"90, DORMANT", "89, ACTIVE"})
    void noneSeenIsDormantOnlyWhereTheRecordReachesFarEnough(int horizon, LifecycleState state) {
        assertThat(of(builder(new Usage.NoneSeen(quality(horizon)))).state()).isEqualTo(state);
    }

    @Test
    void whatIsNotObservedIsNeverSaidToBeDormant() {
        assertThat(of(builder(Estate.NOT_OBSERVED)))
                .isEqualTo(new Lifecycle(
                        LifecycleState.ACTIVE,
                        "its source does not tell whether it is used",
                        NOW.minus(Duration.ofDays(1_000))));
    }

    @Test
    void whatAReversibleStepSwitchedOffIsQuarantinedByThatPlan() {
        IdentityId id = builder(seen(1));
        CredentialId key = estate.credential("kind", "key", id, new Expiry.Never(), false);
        revoke(key, true, StepState.ACTED, BEFORE);

        assertThat(of(id))
                .isEqualTo(new Lifecycle(
                        LifecycleState.QUARANTINED,
                        "plan plan0 switched off the last of its credentials, which can be undone",
                        BEFORE));
    }

    @Test
    void whatWasThenRevokedForGoodIsRetired() {
        IdentityId id = builder(seen(1));
        CredentialId key = estate.credential("kind", "key", id, new Expiry.Never(), false);
        revoke(key, false, StepState.ACTED, BEFORE);
        revoke(key, true, StepState.ACTED, BEFORE.minusSeconds(60));
        revoke(key, true, StepState.UNCERTAIN, BEFORE.plusSeconds(60));

        assertThat(of(id))
                .isEqualTo(new Lifecycle(
                        LifecycleState.RETIRED, "plan plan0 revoked the last of its credentials", BEFORE));
    }

    @Test
    void oneCredentialThatWorksKeepsItWhereItWas() {
        IdentityId id = builder(seen(1));
        revoke(estate.credential("kind", "off", id, new Expiry.Never(), false), true, StepState.ACTED, BEFORE);
        estate.credential("kind", "on", id, new Expiry.Unknown("not said"));

        assertThat(of(id).state()).isEqualTo(LifecycleState.ACTIVE);
    }

    @Test
    void whatEndedByItselfIsRetiredSinceTheLastEnd() {
        IdentityId id = builder(seen(1));
        estate.credential("kind", "one", id, new Expiry.At(BEFORE.minusSeconds(60)));
        estate.credential("kind", "two", id, new Expiry.At(BEFORE));

        assertThat(of(id))
                .isEqualTo(
                        new Lifecycle(LifecycleState.RETIRED, "the last of its credentials ended by itself", BEFORE));
    }

    @Test
    void whatSomebodyElseSwitchedOffIsQuarantinedWithoutSayingSinceWhen() {
        IdentityId id = builder(seen(1));
        estate.credential("kind", "one", id, new Expiry.Never(), false);

        assertThat(of(id))
                .isEqualTo(new Lifecycle(
                        LifecycleState.QUARANTINED, "its source lists all its credentials as switched off", null));
    }

    @ParameterizedTest(name = "asked for as {0}, {1}: {2}")
    @CsvSource({
        "builder, PENDING, REQUESTED",
        "k8s:ci/builder, APPROVED, REQUESTED",
        "builder, DENIED, ACTIVE",
        "other, PENDING, ACTIVE"
    })
    void whatNothingProvesYetAndSomebodyAsksForIsRequested(String workload, RequestState asked, LifecycleState state) {
        request(workload, asked);

        assertThat(of(builder(Estate.NOT_OBSERVED)).state()).isEqualTo(state);
    }

    @Test
    void aTokensNameForAServiceAccountIsThatAccounts() {
        builder(Estate.NOT_OBSERVED);
        request("system:serviceaccount:ci:builder", RequestState.PENDING);
        SnapshotIndex index = estate.index();
        Identity account = index.snapshot().identities().iterator().next();
        Identity asThere = new Identity(
                account.id(),
                account.kind(),
                "ci/builder",
                account.ownership(),
                account.createdAt(),
                account.usage(),
                account.tags(),
                account.provenance());

        assertThat(new Lifecycles(index, requests, List.of(), NOW).of(asThere, asThere.usage()))
                .isEqualTo(new Lifecycle(LifecycleState.REQUESTED, "request r1 asks for its access", BEFORE));
    }

    @Test
    void whatHasACredentialIsNotWaitingForOne() {
        IdentityId id = builder(Estate.NOT_OBSERVED);
        estate.credential("kind", "key", id, new Expiry.Never());
        request("builder", RequestState.PENDING);

        assertThat(of(id).state()).isEqualTo(LifecycleState.ACTIVE);
    }
}
