package dev.curfew.revocation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.Station;
import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Phase;
import dev.curfew.revocation.plan.WhatWasMade;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.proof.MakersLeft;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final CredentialId SECOND = new CredentialId(Station.AWS, "AKIA0002");
    private static final IdentityId EVE = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/eve");
    private static final CredentialId TOKEN = new CredentialId(Station.AWS, "token");

    @TempDir
    private Path directory;

    private Station station;

    @BeforeEach
    void build() {
        station = new Station(directory);
        station.source.give(SECOND, "AKIA0002:secret");
        station.source.give(TOKEN, "token value");
    }

    private Outcome<RevocationPlan> plan(Extent extent, List<String> ids, String... agents)
            throws InterruptedException {
        return station.planner.plan(
                station.ada(), new KillOrder(new Naming(ids, List.of(agents)), extent, "it went rogue"));
    }

    private static List<String> left(RevocationPlan plan) {
        List<String> named = new ArrayList<>();
        if (plan.preview().get("left") instanceof List<?> all) {
            all.forEach(one -> named.add(String.valueOf(((Map<?, ?>) one).get("named"))));
        }
        return named;
    }

    @Test
    void whatMakesEndsFirstThenWhatCanBeUndoneThenTheRest() throws InterruptedException {
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(SECOND, Station.CI),
                Station.credential(TOKEN, "kubernetes.bound-token", null, null, Map.of()));
        RevocationPlan plan =
                plan(Extent.DELETE, List.of(Station.CI.text(), TOKEN.text())).orThrow();
        assertThat(plan.steps())
                .extracting(step ->
                        step.credential().nativeId() + " " + step.action().code())
                .containsExactly(
                        "token kubernetes.stop-workload",
                        "token kubernetes.delete-pod",
                        "AKIA0001 aws.deactivate-access-key",
                        "AKIA0002 aws.deactivate-access-key",
                        "AKIA0001 aws.delete-access-key",
                        "AKIA0002 aws.delete-access-key");
        assertThat(Phase.of(plan).orElseThrow())
                .containsExactly(
                        Phase.MINTING,
                        Phase.MINTING,
                        Phase.CONTAINMENT,
                        Phase.CONTAINMENT,
                        Phase.DELETION,
                        Phase.DELETION);
    }

    @Test
    void whatMustNotBeTouchedIsLeftAndToldAndTheRestIsNotKeptWaiting() throws InterruptedException {
        IdentityId guarded = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/guarded");
        IdentityId empty = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/empty");
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.identity(guarded, Map.of("curfew:protected", "true")),
                Station.key(SECOND, guarded),
                Station.identity(empty, Map.of()),
                Station.credential(TOKEN, "github.deploy-key", null, null, Map.of()));
        RevocationPlan plan = plan(
                        Extent.DEACTIVATE,
                        List.of(Station.KEY.text(), SECOND.text(), empty.text(), TOKEN.text(), "nobody knows it"),
                        "no-such-agent")
                .orThrow();
        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactly(Station.KEY);
        assertThat(left(plan))
                .containsExactlyInAnyOrder(
                        SECOND.text(), empty.text(), TOKEN.text(), "nobody knows it", "no-such-agent");
    }

    /// The record names a user, and what they hold is as young as that.
    @Test
    void whatItMadeByItsSourcesRecordEndsTooAndWhatIsNotListedIsTold() throws InterruptedException {
        readWithAKeyOfEve();
        RevocationPlan plan = made(
                new Traces.Made(Station.CI.text(), "iam:CreateUser " + EVE.nativeId(), Station.START),
                new Traces.Made(Station.CI.text(), "iam:CreateRole door", Station.START));

        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactly(Station.KEY, SECOND);
        assertThat(plan.preview().get("added")).asString().contains(SECOND.text(), "iam:CreateUser " + EVE.nativeId());
        assertThat(left(plan)).containsExactly("iam:CreateRole door");
        assertThat(station.planner.recheck(plan).checked().recheck()).isEqualTo(Recheck.SAME);
        assertThat(WhatWasMade.in(plan))
                .extracting(WhatWasMade::credentials)
                .containsExactly(List.of(SECOND.text()), List.of());
    }

    /// What else was made of the same user is no key that is listed.
    @Test
    void onlyTheBirthOfAUserStandsForTheKeysThatItHolds() throws InterruptedException {
        readWithAKeyOfEve();
        String other = "iam:UploadSSHPublicKey " + EVE.nativeId();
        String newer = "iam:CreateAccessKey " + EVE.nativeId() + " access key AKIA0003";
        String named = "iam:CreateAccessKey " + EVE.nativeId() + " access key " + SECOND.nativeId();
        RevocationPlan plan = made(
                new Traces.Made(Station.CI.text(), newer, Station.START.plusSeconds(2)),
                new Traces.Made(Station.CI.text(), other, Station.START.plusSeconds(1)),
                new Traces.Made(Station.CI.text(), named, Station.START.minusSeconds(1)),
                new Traces.Made(Station.CI.text(), "iam:CreateUser " + EVE.nativeId(), Station.START));

        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactly(Station.KEY, SECOND);
        assertThat(left(plan)).containsExactly(newer, other);
        assertThat(WhatWasMade.in(plan))
                .extracting(WhatWasMade::credentials)
                .containsExactly(List.of(), List.of(), List.of(SECOND.text()), List.of(SECOND.text()));
    }

    /// Somebody else may go by the same name: what they had before is not what was made.
    @Test
    void whatIsOlderThanTheRecordSaysIsLeftAlone() throws InterruptedException {
        readWithAKeyOfEve();
        String what = "iam:CreateAccessKey eve access key " + SECOND.nativeId();
        RevocationPlan plan = made(new Traces.Made(Station.CI.text(), what, Station.START.plusSeconds(3_600)));

        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactly(Station.KEY);
        assertThat(left(plan)).containsExactly(what);
    }

    /// A path is made of the names of others, and what gives something to an identity names it too.
    @Test
    void whomARecordOnlyNamesIsLeftAlone() throws InterruptedException {
        IdentityId one = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/default");
        IdentityId other = new IdentityId(Station.AWS, "arn:aws:iam::000000000001:user/other");
        CredentialId third = new CredentialId(Station.AWS, "AKIA0003");
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.identity(one, Map.of()),
                Station.key(SECOND, one),
                Station.identity(other, Map.of()),
                Station.key(third, other));
        String part = "default/configmaps/x";
        String given = "iam:AttachUserPolicy " + one.nativeId();
        String both = one.nativeId() + " " + other.nativeId();
        RevocationPlan plan = made(
                new Traces.Made(Station.CI.text(), part, Station.START),
                new Traces.Made(Station.CI.text(), given, Station.START.minusSeconds(3_600)),
                new Traces.Made(Station.CI.text(), both, Station.START));

        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactly(Station.KEY);
        assertThat(left(plan)).containsExactly(part, given, both);
    }

    /// The user of the leaked key, and another with a key of their own.
    private void readWithAKeyOfEve() {
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.identity(EVE, Map.of()),
                Station.key(SECOND, EVE));
    }

    private RevocationPlan made(Traces.Made... made) throws InterruptedException {
        Naming naming = new Naming(List.of(Station.KEY.text()), List.of()).with(new Traces(List.of(made), List.of()));
        return station.planner
                .plan(station.ada(), new KillOrder(naming, Extent.DEACTIVATE, "it leaked"))
                .orThrow();
    }

    @Test
    void nothingButWhatIsLeftIsNoPlan() throws InterruptedException {
        assertThat(plan(Extent.DELETE, List.of("nobody knows it")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.NOTHING_TO_KILL));
        assertThat(station.events()).isEmpty();
    }

    @Test
    void anAgentIsAllIdentitiesOfItsName() throws InterruptedException {
        IdentityId elsewhere = new IdentityId(Station.AWS, "elsewhere/" + Station.CI.nativeId());
        IdentityId another = new IdentityId(Station.AWS, "another-" + Station.CI.nativeId());
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.identity(elsewhere, Map.of()),
                Station.key(SECOND, elsewhere),
                Station.identity(another, Map.of()),
                Station.key(TOKEN, another));
        RevocationPlan plan =
                plan(Extent.DEACTIVATE, List.of(), Station.CI.nativeId()).orThrow();
        assertThat(plan.steps()).extracting(PlannedStep::credential).containsExactlyInAnyOrder(Station.KEY, SECOND);
    }

    @Test
    void aFingerprintNamesItsCredential() throws InterruptedException {
        station.read(Station.credential(SECOND, "aws.access-key", null, null, Map.of("fingerprint", "ab12")));
        assertThat(plan(Extent.DEACTIVATE, List.of("AB12")).orThrow().steps())
                .extracting(PlannedStep::credential)
                .containsExactly(SECOND);
    }

    @Test
    void curfewsOwnCredentialIsLeftUnlessNamedAndThenEndsLast() throws InterruptedException {
        Connection connection =
                new Connection(Station.AWS, "aws", URI.create("http://127.0.0.1"), true, Station.START, Map.of());
        station.unitOfWork.run(transaction -> {
            transaction.connections().save(connection);
            return true;
        });
        station.secrets.put(connection.actSecret(), Secret.of("AKIA0002:secret"));
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(SECOND, Station.CI),
                Station.key(Station.KEY, Station.CI));
        assertThat(left(plan(Extent.DELETE, List.of(Station.CI.text())).orThrow()))
                .containsExactly(SECOND.text());
        RevocationPlan named =
                plan(Extent.DELETE, List.of(SECOND.text(), Station.KEY.text())).orThrow();
        assertThat(named.steps())
                .extracting(PlannedStep::credential)
                .containsExactly(Station.KEY, Station.KEY, SECOND, SECOND);
        assertThat(Phase.of(named).orElseThrow()).endsWith(Phase.OWN, Phase.OWN);
    }

    @Test
    void tooManyStepsAreRefusedInAnEmergencyToo() throws InterruptedException {
        Stream<Fact> keys = IntStream.range(0, 251)
                .mapToObj(i -> Station.key(new CredentialId(Station.AWS, "AKIA1" + i), Station.CI));
        station.read(Stream.concat(Stream.of(Station.identity(Station.CI, Map.of())), keys)
                .toArray(Fact[]::new));
        assertThat(plan(Extent.DELETE, List.of(Station.CI.text())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.TOO_MANY_STEPS));
    }

    @Test
    void itRunsToTheProofOfEachAndTellsTheBoard() throws InterruptedException {
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(SECOND, Station.CI));
        RevocationPlan plan = plan(Extent.DELETE, List.of(Station.CI.text())).orThrow();
        Map<CredentialId, Secret> values =
                Map.of(Station.KEY, Secret.of(Station.VALUE), SECOND, Secret.of("AKIA0002:secret"));
        new Beforehand(station.bench).see(plan, values, Seen.nothing());
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        RunReport report = station.executor
                .run(plan, station.approve(plan), values, Progress.SILENT, new Board() {
                    @Override
                    public void acted(PlannedStep step, StepRecord record) {
                        seen.add(step.ordinal() + " " + record.state());
                    }

                    @Override
                    public void proven(PlannedStep step, Proof proof) {
                        seen.add(step.ordinal() + " " + proof.getClass().getSimpleName());
                    }
                })
                .orThrow();
        assertThat(report.cancelled()).isFalse();
        assertThat(report.steps()).allMatch(step -> step.record().state() == StepState.ACTED);
        assertThat(report.steps().stream().flatMap(step -> step.proof().stream()))
                .hasSize(2)
                .allMatch(Proof.Proved.class::isInstance);
        assertThat(seen).containsExactlyInAnyOrder("1 ACTED", "2 ACTED", "3 ACTED", "4 ACTED", "3 Proved", "4 Proved");
        assertThat(station.source.working()).containsExactly(TOKEN);
    }

    @Test
    void refusedIsNotContained() throws InterruptedException {
        station.read(
                Station.identity(Station.CI, Map.of()),
                Station.key(Station.KEY, Station.CI),
                Station.key(SECOND, Station.CI));
        RevocationPlan plan = plan(Extent.DELETE, List.of(Station.KEY.text())).orThrow();
        new Beforehand(station.bench).see(plan, Station.values(), Seen.nothing());
        station.run(plan, station.approve(plan));
        List<Containment> containments = station.unitOfWork.run(transaction -> Containment.of(
                plan,
                transaction.steps().startingWith(plan.id() + "/"),
                List.<ProofRecord>copyOf(transaction.proofs().startingWith(plan.id() + "/")),
                MakersLeft.ALL,
                Station.START));
        assertThat(containments).singleElement().satisfies(one -> {
            assertThat(one.identity()).isEqualTo(Station.CI.text());
            assertThat(one.state()).isEqualTo(Containment.State.OPEN);
            assertThat(one.reasons().getFirst()).contains(SECOND.text());
        });
    }
}
