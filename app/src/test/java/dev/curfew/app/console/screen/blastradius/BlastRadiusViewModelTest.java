package dev.curfew.app.console.screen.blastradius;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.estate.Lookup;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BlastRadiusViewModelTest {

    private static final String CI_ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";

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
        return new BlastRadiusViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.UNEXPECTED, String.valueOf(failure.getMessage()))),
                find,
                new ReachPictures(workspace.desk())::of);
    }

    private ReachPicture picture() {
        return model.content().get().flatMap(Content::ready).orElseThrow();
    }

    private List<Reached> passing() {
        return picture().reach().reached().stream().filter(model.passes()).toList();
    }

    @Test
    void nothingIsShownUntilSomebodyIsPicked() {
        model.reload();

        assertThat(model.content().get()).isEmpty();
    }

    @Test
    void theOverPrivilegedRoleIsShownAsAnAdministratorWithADrawing() {
        model.show(CI_ROLE);

        assertThat(picture().name()).isEqualTo("ci-deployer");
        assertThat(picture().reach().administrator()).isTrue();
        assertThat(picture().drawing().boxes()).isNotEmpty();
    }

    @Test
    void aBareArnNamesTheSame() {
        model.show("arn:aws:iam::111122223333:role/ci-deployer");

        assertThat(picture().reach().from().text()).isEqualTo(CI_ROLE);
    }

    @Test
    void anUnknownNameIsSaidAndNotGuessed() {
        model.show("nobody-at-all");

        assertThat(model.content().get().orElseThrow())
                .isInstanceOfSatisfying(
                        Content.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains("nobody-at-all"));
    }

    @Test
    void anAmbiguousNameIsSaidAndNotGuessed() {
        List<EntityId> two = workspace.desk().estate().current().snapshot().identities().stream()
                .limit(2)
                .map(it -> (EntityId) it.id())
                .toList();
        BlastRadiusViewModel doubtful = model(text -> new Lookup.Ambiguous(text, two));

        doubtful.show("twin");

        assertThat(doubtful.content().get().orElseThrow())
                .isInstanceOfSatisfying(
                        Content.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains("twin", "2"));
    }

    @Test
    void theSensitiveAloneAreFewerAndAllSensitive() {
        model.show(CI_ROLE);
        int all = passing().size();

        model.sensitiveOnly().set(true);

        assertThat(passing()).isNotEmpty().hasSizeLessThan(all).allMatch(it -> it.sensitivity() == Sensitivity.HIGH);
    }

    @Test
    void theFilterLooksAtWhatIsReached() {
        model.show(CI_ROLE);

        model.text().set("GATEWAY-KEY");

        assertThat(passing()).extracting(Reached::name).containsExactly("prod/payments/gateway-key");
    }

    @Test
    void lookingAtSomebodyElseLetsGoOfTheChosenPath() {
        model.show(CI_ROLE);
        model.choose(Optional.of(picture().reach().reached().getFirst()));

        model.show("sample-aws:arn:aws:iam::111122223333:role/quarterly-audit");

        assertThat(model.chosen().get()).isEmpty();
    }
}
