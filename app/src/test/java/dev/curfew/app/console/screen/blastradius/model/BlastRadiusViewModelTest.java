package dev.curfew.app.console.screen.blastradius.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.query.Path;
import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.screen.blastradius.answer.Administering;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Answers;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.subject.Subjects;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.app.usecase.reach.GraphKeep;
import dev.curfew.app.usecase.reach.ReachQuery;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BlastRadiusViewModelTest {

    private static final String ACCOUNT = "arn:aws:iam::111122223333:";
    private static final String CI_ROLE = "sample-aws:" + ACCOUNT + "role/ci-deployer";
    private static final String SECRET =
            "sample-aws:arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/ledger/database";
    private static final IdentityId CI = IdentityId.of("sample-aws", ACCOUNT + "role/ci-deployer");
    private static final PolicyId CI_DEPLOY = PolicyId.of("sample-aws", ACCOUNT + "policy/ci-deploy");
    private static final PolicyId CI_IAM = PolicyId.of("sample-aws", ACCOUNT + "policy/ci-iam");

    @SuppressWarnings("NullAway") // there before any test, and so before what reads it below
    private static SampleWorkspace workspace;

    private final BlastRadiusViewModel model = model(workspace.desk().estate()::find);

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private static BlastRadiusViewModel model(Function<String, Lookup> find) {
        return model(
                find, new Answers(workspace.desk().reach(), workspace.desk().estate()::current));
    }

    private static BlastRadiusViewModel model(Function<String, Lookup> find, Answers answers) {
        return new BlastRadiusViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.UNEXPECTED, String.valueOf(failure.getMessage()))),
                new Subjects(find, workspace.desk().estate()::current),
                answers);
    }

    private Answer answer() {
        return model.answer().orElseThrow();
    }

    private Drawing drawing() {
        return model.drawn().get().ready().orElseThrow().drawing();
    }

    private List<Found> passing() {
        return answer().found().stream()
                .filter(model.narrowing().passes(answer().question().direction()))
                .toList();
    }

    private static String failure(BlastRadiusViewModel model) {
        return model.content().get().orElseThrow() instanceof Content.Failed<?>(Failure failure)
                ? failure.sentence()
                : "no failure";
    }

    @Test
    void nothingIsShownUntilSomethingIsPicked() {
        model.reload();

        assertThat(model.content().get()).isEmpty();
    }

    @Test
    void theOverPrivilegedRoleIsShownAsAnAdministratorWithADrawing() {
        model.show(CI_ROLE);

        assertThat(answer().question().subject().name()).isEqualTo("ci-deployer");
        assertThat(answer().administrator()).isEqualTo(Administering.NOW);
        assertThat(drawing().boxes()).isNotEmpty();
    }

    @Test
    void aBareArnNamesTheSame() {
        model.show("arn:aws:iam::111122223333:role/ci-deployer");

        assertThat(answer().question().subject().ids()).containsExactly(CI);
    }

    @Test
    void anUnknownNameIsSaidAndNotGuessed() {
        model.show("nobody-at-all");

        assertThat(failure(model)).contains("nobody-at-all");
    }

    @Test
    void anAmbiguousNameIsSaidAndNotGuessed() {
        List<EntityId> two = workspace.desk().estate().current().snapshot().identities().stream()
                .limit(2)
                .map(it -> (EntityId) it.id())
                .toList();
        BlastRadiusViewModel doubtful = model(text -> new Lookup.Ambiguous(text, two));

        doubtful.show("twin");

        assertThat(failure(doubtful)).contains("twin", "2");
    }

    @Test
    void aListIsLookedAtAsIfOneHadAllOfIt() {
        model.show("AKIASAMPLEBATCH000000\nnot-there\nAKIASAMPLEBATCH000001\n");

        assertThat(answer().question().subject().ids()).hasSize(2);
        assertThat(answer().question().subject().linesUnnamed()).containsExactly(2);
        assertThat(answer().found()).extracting(Found::name).contains("batch-invoice", "batch-route");
    }

    @Test
    void aListOfSecretsIsRefusedWithoutRepeatingThem() {
        model.show("hvs.CAESIA-not-an-id\n");

        assertThat(failure(model)).contains("secrets do not").doesNotContain("hvs");
    }

    @Test
    void whatAnOwnerHasIsLookedAtTogether() {
        model.show("owner=platform");

        assertThat(answer().question().subject().ids()).contains(CI).hasSizeGreaterThan(1);
    }

    @Test
    void aResourceIsLookedAtForWhoReachesIt() {
        model.show(SECRET);

        assertThat(answer().question().direction()).isEqualTo(Direction.BACKWARD);
        assertThat(answer().found()).extracting(Found::name).contains("ci-deployer", "db-migrator");
        assertThat(answer().found())
                .allSatisfy(
                        found -> assertThat(found.path().getLast().to().text()).isEqualTo(SECRET));
    }

    @Test
    void whoReachesAnIdentityIsTheOtherSideOfIt() {
        model.show("sample-aws:" + ACCOUNT + "role/deploy-administrator");
        model.look(Direction.BACKWARD);

        assertThat(answer().found()).extracting(Found::name).contains("ci-deployer");
    }

    @Test
    void theSensitiveAloneAreFewerAndAllSensitive() {
        model.show(CI_ROLE);
        int all = passing().size();

        model.narrowing().sensitiveOnly().set(true);

        assertThat(passing()).isNotEmpty().hasSizeLessThan(all).allMatch(it -> it.sensitivity() == Sensitivity.HIGH);
    }

    @Test
    void theFilterLooksAtWhatIsReached() {
        model.show(CI_ROLE);

        model.narrowing().text().set("GATEWAY-KEY");

        assertThat(passing()).extracting(Found::name).containsExactly("prod/payments/gateway-key");
    }

    @Test
    void lookingAtSomethingElseLetsGoOfTheChosenPathAndOfWhatWasPlanned() {
        model.show(CI_ROLE);
        model.choose(Chosen.of(answer().found().getFirst()));
        model.compare(new PlannedChange.Detach(CI, CI_DEPLOY));

        model.show("sample-aws:arn:aws:iam::111122223333:role/quarterly-audit");

        assertThat(model.chosen().get()).isEmpty();
        assertThat(model.changes().get()).isEmpty();
    }

    @Test
    void whatIsStillReachedByAnotherWayIsNotLost() {
        model.show(CI_ROLE);
        int before = answer().found().size();

        model.compare(new PlannedChange.Detach(CI, CI_IAM));

        assertThat(answer().count(Fate.LOST)).isZero();
        assertThat(answer().count(Fate.KEPT)).isEqualTo(before);
        assertThat(answer().breaking()).extracting(Consumer::who).containsExactly(CI);
        assertThat(drawing().boxes())
                .filteredOn(box -> box.node().key().equals(CI_IAM.text()))
                .singleElement()
                .satisfies(box -> assertThat(box.node().fate()).isEqualTo(Fate.LOST));
    }

    @Test
    void severalChangesTogetherCutWhatEachAloneDoesNot() {
        model.show(CI_ROLE);

        model.compare(new PlannedChange.Detach(CI, CI_IAM));
        model.compare(new PlannedChange.Detach(CI, CI_DEPLOY));

        assertThat(answer().count(Fate.LOST)).isEqualTo(answer().found().size());

        model.keep(new PlannedChange.Detach(CI, CI_DEPLOY));
        assertThat(answer().count(Fate.LOST)).isZero();

        model.endComparison();
        assertThat(answer().question().isComparison()).isFalse();
    }

    @Test
    void comparingChangesNothingInTheEstate() {
        long snapshot = workspace.desk().estate().current().snapshot().number();
        var entries = workspace.desk().ledger().entries(0, 1_000);
        model.show(CI_ROLE);

        model.compare(new PlannedChange.Detach(CI, CI_DEPLOY));

        assertThat(workspace.desk().estate().current().snapshot().number()).isEqualTo(snapshot);
        assertThat(workspace.desk().ledger().entries(0, 1_000)).isEqualTo(entries);
    }

    @Test
    void aChangeThatDoesNothingIsNamed() {
        PlannedChange idle = new PlannedChange.Detach(CI, PolicyId.of("sample-aws", ACCOUNT + "policy/administrator"));
        model.show(CI_ROLE);

        model.compare(idle);

        assertThat(answer().impossible()).containsExactly(idle);
    }

    @Test
    void onlyWhatWouldMakeAnAdministratorIsSaidToDoSo() {
        model.show("sample-aws:" + ACCOUNT + "role/quarterly-audit");

        model.compare(new PlannedChange.AddException(
                IdentityId.of("sample-aws", ACCOUNT + "role/quarterly-audit"), CI_DEPLOY, ""));

        assertThat(answer().administrator()).isEqualTo(Administering.PLANNED);
        assertThat(answer().count(Fate.GAINED)).isEqualTo(answer().found().size());
    }

    @Test
    void aFoldOpensAndClosesAgain() {
        model.show(CI_ROLE);
        SketchNode fold = drawing().boxes().stream()
                .map(Drawing.Box::node)
                .filter(SketchNode::folded)
                .findFirst()
                .orElseThrow();
        int folded = drawing().boxes().size();

        model.open(fold.key());
        assertThat(drawing().boxes()).hasSizeGreaterThan(folded);
        assertThat(model.isUnfolded()).isTrue();

        model.close(fold.key());
        assertThat(drawing().boxes()).hasSize(folded);
    }

    @Test
    void chokePointsAreStepsThatHoldMoreThanOneThingTogether() {
        model.show(SECRET);

        List<Choke> chokes = model.chokes().get().ready().orElseThrow();
        assertThat(chokes).isNotEmpty().allMatch(choke -> choke.lost() > 1);
        assertThat(model.by(chokes.getFirst().step().hops().getLast())).isPresent();
    }

    @Test
    void thereAreOtherWaysToTheSameThing() {
        model.show(CI_ROLE);
        Found secret = answer().found().stream()
                .filter(found -> found.id().text().equals(SECRET))
                .findFirst()
                .orElseThrow();

        model.choose(Chosen.of(secret));

        List<Path> ways = model.ways().get().ready().orElseThrow();
        assertThat(ways).hasSizeGreaterThan(1);
        assertThat(ways.getFirst().hops()).isEqualTo(secret.path());
    }

    /// What hangs on a request has a sign of its own, which a sample without it would not show.
    @Test
    void someReachCertainlyAndMoreOnConditions() {
        for (String user : List.of("vendor-shipwell", "t.lindqvist")) {
            model.show("sample-aws:" + ACCOUNT + "user/" + user);

            assertThat(answer().found())
                    .as(user)
                    .extracting(Found::certainty)
                    .contains(Certainty.CERTAIN, Certainty.CONDITIONAL);
        }
    }

    @Test
    void thatOtherWaysCouldNotBeLookedForIsSaidAndTheyAreOnceItIsAskedAgain() {
        AtomicBoolean broken = new AtomicBoolean();
        Estate estate = new Estate(breaking(broken), () -> _ -> true, () -> SampleWorkspace.NOW);
        BlastRadiusViewModel mended = model(
                workspace.desk().estate()::find,
                new Answers(
                        new ReachQuery(estate, GraphKeep.NONE), workspace.desk().estate()::current));
        mended.show(CI_ROLE);
        Found found = mended.answer().orElseThrow().found().getFirst();

        broken.set(true);
        estate.refresh();
        mended.choose(Chosen.of(found));
        assertThat(mended.ways().get())
                .isEqualTo(new Content.Failed<>(new Failure(Failure.Kind.UNEXPECTED, "the disk fails")));

        broken.set(false);
        mended.findWays();
        assertThat(mended.ways().get().ready().orElseThrow()).isNotEmpty();
    }

    private static Store breaking(AtomicBoolean broken) {
        return new Store() {
            @Override
            public Snapshot current() {
                if (broken.get()) {
                    throw new IllegalStateException("the disk fails");
                }
                return workspace.desk().estate().current().snapshot();
            }

            @Override
            public Snapshot asOf(Instant moment) {
                return current();
            }
        };
    }
}
