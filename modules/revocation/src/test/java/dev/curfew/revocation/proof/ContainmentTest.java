package dev.curfew.revocation.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.proof.Containment.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainmentTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");
    private static final CredentialId KEY = CredentialId.of("aws", "AKIA0001");
    private static final Proof REFUSED = new Proof.Proved(AT, 3, 3);

    /// Of a plan with one step, which was done, and a preview in which nothing else remains.
    private static Containment after(Map<String, Object> told, StepState state, Proof proof, Instant now) {
        Map<String, Object> all = new HashMap<>(Map.of("credential", KEY.text(), "holder", "aws:ci", "mint", "CANNOT"));
        all.putAll(told);
        return Containment.of(
                        plan(Map.of("credentials", List.of(all))),
                        List.of(new StepRecord("p1", 1, state, AT, "")),
                        List.of(new ProofRecord("p1", 1, KEY, proof)),
                        MakersLeft.ALL,
                        now)
                .getFirst();
    }

    private static RevocationPlan plan(Map<String, Object> preview) {
        PlannedStep step = new PlannedStep(1, KEY, "aws.access-key", new Action("aws.delete-access-key", false));
        return new RevocationPlan("p1", "ada", "leaked", AT, 1, List.of(step), preview);
    }

    /// As [#after(Map, StepState, Proof, Instant)], of what it made by its source's record.
    private static Containment havingMade(Map<String, Object> made) {
        Map<String, Object> all = new HashMap<>(Map.of("by", "aws:ci", "what", "iam:CreateUser eve", "at", "10:00"));
        all.putAll(made);
        Map<String, Object> told = Map.of("credential", KEY.text(), "holder", "aws:ci", "mint", "CANNOT");
        return Containment.of(
                        plan(Map.of("credentials", List.of(told), "made", List.of(all))),
                        List.of(new StepRecord("p1", 1, StepState.ACTED, AT, "")),
                        List.of(new ProofRecord("p1", 1, KEY, REFUSED)),
                        MakersLeft.ALL,
                        AT)
                .getFirst();
    }

    @Test
    void itIsNotContainedWhileWhatItMadeWorks() {
        assertThat(havingMade(Map.of("credentials", List.of(KEY.text()))).state())
                .as("it ended too")
                .isEqualTo(State.CONTAINED);
        assertThat(havingMade(Map.of("credentials", List.of("aws:AKIA0002"))).state())
                .isEqualTo(State.OPEN);
        assertThat(havingMade(Map.of()).reasons()).singleElement().asString().contains("iam:CreateUser eve", "10:00");
        assertThat(havingMade(Map.of("why", "no record is read")).state()).isEqualTo(State.NOT_PROVABLE);
        assertThat(havingMade(Map.of("by", "aws:other")).state()).isEqualTo(State.CONTAINED);
    }

    @Test
    void whatARecordTellsAfterwardsHoldsTheVerdictBack() {
        Containment before = after(Map.of(), StepState.ACTED, REFUSED, AT);
        Traces its = new Traces(List.of(new Traces.Made("aws:ci", "iam:CreateRole door", AT)), List.of());

        assertThat(given(before, its, StepState.ACTED).state()).isEqualTo(State.NOT_PROVABLE);
        assertThat(given(before, its, StepState.ACTED).reasons())
                .singleElement()
                .asString()
                .contains("iam:CreateRole door");
        assertThat(given(before, Traces.untold("aws:ci", "no record"), StepState.ACTED)
                        .state())
                .isEqualTo(State.NOT_PROVABLE);
        assertThat(given(before, Traces.untold("aws:other", "no record"), StepState.ACTED))
                .isEqualTo(before);
    }

    /// A second key of its own, which the plan took with it.
    @Test
    void whatARecordTellsAndThePlanEndedIsNoLeftover() {
        Containment before = after(Map.of(), StepState.ACTED, REFUSED, AT);
        String what = "iam:CreateAccessKey ci access key " + KEY.nativeId();
        Traces its = new Traces(List.of(new Traces.Made("aws:ci", what, AT)), List.of());

        assertThat(given(before, its, StepState.ACTED)).isEqualTo(before);
        assertThat(given(before, its, StepState.REFUSED).state()).isEqualTo(State.OPEN);
        Traces alike = new Traces(List.of(new Traces.Made("aws:ci", what + "1", AT)), List.of());
        assertThat(given(before, alike, StepState.ACTED).state()).isEqualTo(State.NOT_PROVABLE);
    }

    private static Containment given(Containment before, Traces traces, StepState state) {
        return before.given(
                traces,
                plan(Map.of()),
                List.of(new StepRecord("p1", 1, state, AT, "")),
                List.of(new ProofRecord("p1", 1, KEY, REFUSED)));
    }

    private static State state(Map<String, Object> told) {
        return after(told, StepState.ACTED, REFUSED, AT).state();
    }

    @Test
    void refusedAndNothingRemains() {
        assertThat(after(Map.of(), StepState.ACTED, REFUSED, AT))
                .isEqualTo(new Containment("aws:ci", State.CONTAINED, List.of()));
    }

    @Test
    void whatWasNotDoneOrStillWorksIsOpenWhateverThePreviewSaid() {
        assertThat(after(Map.of(), StepState.REFUSED, REFUSED, AT).state()).isEqualTo(State.OPEN);
        assertThat(after(Map.of(), StepState.UNCERTAIN, REFUSED, AT).state()).isEqualTo(State.OPEN);
        assertThat(after(Map.of(), StepState.ACTED, new Proof.StillWorks(AT, 3, 3), AT)
                        .state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void whatCouldNotBeSeenIsNotProvable() {
        assertThat(state(Map.of("mint", "CAN"))).isEqualTo(State.NOT_PROVABLE);
        assertThat(state(Map.of("mint", "UNKNOWN"))).isEqualTo(State.NOT_PROVABLE);
        assertThat(state(Map.of("makersCount", 1, "makers", List.of("aws:root"))))
                .isEqualTo(State.NOT_PROVABLE);
        assertThat(state(Map.of("otherWaysInCount", 1, "otherWaysIn", List.of("aws:trust"))))
                .isEqualTo(State.NOT_PROVABLE);
        assertThat(after(Map.of(), StepState.ACTED, new Proof.Indeterminate(AT, "no answer"), AT)
                        .state())
                .isEqualTo(State.NOT_PROVABLE);
    }

    @Test
    void anotherCredentialOfItIsOpen() {
        assertThat(state(Map.of("residualCount", 1, "residual", List.of("aws:AKIA0002"))))
                .isEqualTo(State.OPEN);
    }

    @Test
    void whatStaysAliveForATimeIsToldUntilThatIsOver() {
        Map<String, Object> told = Map.of("staysAliveAtMostSeconds", 60, "staysAlive", "its sessions");

        Containment before = after(told, StepState.ACTED, REFUSED, AT.plusSeconds(59));

        assertThat(before.state()).isEqualTo(State.NOT_PROVABLE);
        assertThat(before.reasons()).singleElement().asString().contains("2026-11-22T03:15:09Z", "its sessions");
        assertThat(after(told, StepState.ACTED, REFUSED, AT.plusSeconds(60)).state())
                .isEqualTo(State.CONTAINED);
    }

    @Test
    void whatStaysAliveWithoutAnEndStays() {
        Map<String, Object> told = Map.of("staysAliveAtMostSeconds", -1, "staysAlive", "its sessions");

        assertThat(after(told, StepState.ACTED, REFUSED, AT.plusSeconds(1_000_000))
                        .state())
                .isEqualTo(State.NOT_PROVABLE);
    }

    private static MakersLeft left(Instant readAt, String... ended) {
        Coverage scope = new Coverage(KEY.source(), "all", CoverageState.READ, "", 0, readAt);
        List<ProofRecord> proofs = Stream.of(ended)
                .map(id -> new ProofRecord("p1", 1, CredentialId.of("aws", id), REFUSED))
                .toList();
        Map<String, Object> told = Map.of("credential", KEY.text(), "makersCount", 1, "makers", List.of("aws:child"));
        return MakersLeft.of(
                plan(Map.of("credentials", List.of(told))),
                List.of(new StepRecord("p1", 1, StepState.ACTED, AT, "")),
                proofs,
                () -> new SnapshotBuilder().cover(List.of(scope)).build(1, readAt));
    }

    @Test
    void whoIsNoLongerListedOrWasProvedToHaveEndedMakesNothing() {
        Told told = new Told(Map.of("makersCount", 1, "makers", List.of("aws:child")));

        assertThat(left(AT.plusSeconds(1)).why(told)).isEmpty();
        assertThat(left(AT.minusSeconds(1), "child").why(told)).isEmpty();
        assertThat(left(AT.minusSeconds(1)).why(told).orElseThrow()).contains("aws:child", "before the act");
    }

    @Test
    void ofManyMakersThoseThatAreNotNamedAreCounted() {
        Told told = new Told(Map.of("makersCount", 3, "makers", List.of("aws:child")));

        assertThat(left(AT.plusSeconds(1)).why(told).orElseThrow()).startsWith("2 ");
    }

    @Test
    void curfewsOwnIsSaidToBeSo() {
        Told told = new Told(Map.of("makersCount", 1, "makers", List.of("aws:act")));

        assertThat(new MakersLeft(Set.of(), Set.of("aws:act"), Set.of())
                        .why(told)
                        .orElseThrow())
                .endsWith("aws:act (Curfew's own)");
    }
}
