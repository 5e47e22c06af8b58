package dev.curfew.app.console.screen.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.action.ActionRow;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class CaseViewTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");

    private static RevocationCase acted() {
        CredentialId token = CredentialId.of("bao", "accessor");
        Map<String, Object> preview = Map.of(
                "credentials",
                List.of(Map.of("credential", token.text(), "kind", "openbao.token", "refusedWithinSeconds", 90L)));
        PlannedStep step = new PlannedStep(1, token, "openbao.token", new Action("openbao.revoke-accessor", false));
        return new RevocationCase(
                new RevocationPlan("p1", "ada", "leaked", AT, 1, List.of(step), preview),
                List.of(),
                List.of(new StepRecord("p1", 1, StepState.ACTED, AT, "")),
                List.of(),
                List.of());
    }

    /// The first is refused, the second is being acted on, of the third nobody knows whether it was done.
    private static RevocationCase cut() {
        return three(List.of(StepState.ACTED, StepState.STARTED, StepState.UNCERTAIN));
    }

    /// The first is refused.
    private static RevocationCase three(List<StepState> states) {
        List<PlannedStep> steps = IntStream.rangeClosed(1, 3)
                .mapToObj(at -> new PlannedStep(
                        at,
                        CredentialId.of("bao", "accessor-" + at),
                        "openbao.token",
                        new Action("openbao.revoke-accessor", false)))
                .toList();
        return new RevocationCase(
                new RevocationPlan("p1", "ada", "runs wild", AT, 1, steps, Map.of()),
                List.of(),
                IntStream.range(0, 3)
                        .mapToObj(at -> new StepRecord("p1", at + 1, states.get(at), AT, ""))
                        .toList(),
                List.of(),
                List.of(new ProofRecord("p1", 1, steps.getFirst().credential(), new Proof.Proved(AT, 3, 3))));
    }

    @Test
    void whatBecameOfEachStandsInALineBeforeTheDetails() throws Exception {
        FxThread.run(() -> {
            List<String> texts = texts(
                            new CaseView(cut(), new ActionRow(List.of(), List.of()), new SimpleObjectProperty<>(AT)))
                    .filter(Objects::nonNull)
                    .toList();
            int board = texts.indexOf("What became of each (3)");
            assertThat(texts.subList(board + 1, board + 7))
                    .containsExactly(
                            "bao:accessor-1",
                            "refused",
                            "bao:accessor-2",
                            "acting",
                            "bao:accessor-3",
                            "not known whether done");
        });
    }

    @Test
    void whatAnotherPlanDidIsNotSaidToBeDoneByThisOne() throws Exception {
        FxThread.run(() -> {
            List<String> texts = shown(three(List.of(StepState.ACTED, StepState.SUPERSEDED, StepState.ACTED)));
            int board = texts.indexOf("What became of each (3)");
            assertThat(texts.subList(board + 3, board + 5)).containsExactly("bao:accessor-2", "done by another plan");
        });
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own =
                node instanceof Labeled label ? Stream.ofNullable(label.getText()) : Stream.<String>empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(CaseViewTest::texts))
                : own;
    }

    @Test
    void whatWaitsSaysWhoSignedAndWhoIsMissing() throws Exception {
        FxThread.run(() -> assertThat(texts(new CaseView(
                        Unfinished.waiting(), new ActionRow(List.of(), List.of()), new SimpleObjectProperty<>(AT))))
                .contains("needs another signature")
                .anyMatch(text -> text != null
                        && text.startsWith("Signed by ada. The plan needs one more officer (by an-officer-revokes,")));
    }

    @Test
    void whatTheLedgerHasNotSaysWhereItIs() throws Exception {
        FxThread.run(() -> assertThat(texts(new CaseView(
                        Unfinished.spooled(), new ActionRow(List.of(), List.of()), new SimpleObjectProperty<>(AT))))
                .contains("run without the ledger")
                .anyMatch(text -> text != null
                        && text.startsWith("The ledger has nothing of this yet: officer ada did it on")
                        && text.contains("p-9x2ab-7k3m2.spool")
                        && text.endsWith("It was cut off: what was begun last may have been done.")));
    }

    private static String countdown(Node view) {
        return texts(view)
                .filter(Objects::nonNull)
                .filter(text -> text.startsWith("Done at the source"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasDoneAndIsNotProvedCountsDownWhileItIsShown() throws Exception {
        FxThread.run(() -> {
            ObjectProperty<Instant> now = new SimpleObjectProperty<>(AT);
            CaseView view = new CaseView(acted(), new ActionRow(List.of(), List.of()), now);
            StackPane root = new StackPane(view);
            Scene scene = new Scene(root);
            assertThat(scene.getRoot()).isSameAs(root);
            assertThat(countdown(view)).isEqualTo("Done at the source; usually refused in 01:30");

            now.set(AT.plusSeconds(60));
            assertThat(countdown(view)).isEqualTo("Done at the source; usually refused in 00:30");

            now.set(AT.plusSeconds(150));
            assertThat(countdown(view)).isEqualTo("Done at the source; usually refused 1 min ago, and not seen yet");
        });
    }

    /// One credential, of which the preview knew no other way in.
    private static RevocationCase ended(StepState state, List<ProofRecord> proofs) {
        CredentialId token = CredentialId.of("bao", "accessor");
        Map<String, Object> preview = Map.of(
                "credentials", List.of(Map.of("credential", token.text(), "holder", "bao:ci", "mint", "CANNOT")));
        PlannedStep step = new PlannedStep(1, token, "openbao.token", new Action("openbao.revoke-accessor", false));
        return new RevocationCase(
                new RevocationPlan("p1", "ada", "leaked", AT, 1, List.of(step), preview),
                List.of(),
                List.of(new StepRecord("p1", 1, state, AT, "")),
                List.of(),
                proofs);
    }

    private static List<String> shown(RevocationCase one) {
        return texts(new CaseView(one, new ActionRow(List.of(), List.of()), new SimpleObjectProperty<>(AT)))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void theIdentityIsJudgedByWhatWasDoneAndTried() throws Exception {
        CredentialId token = CredentialId.of("bao", "accessor");
        ProofRecord refused = new ProofRecord("p1", 1, token, new Proof.Proved(AT, 3, 3));
        ProofRecord works = new ProofRecord("p1", 1, token, new Proof.StillWorks(AT, 3, 3));
        FxThread.run(() -> {
            assertThat(shown(ended(StepState.ACTED, List.of(refused))))
                    .contains("contained: nothing else lets anybody be it");
            assertThat(shown(ended(StepState.ACTED, List.of(works)))).contains("not contained");
            assertThat(shown(ended(StepState.REFUSED, List.of(refused)))).contains("not contained");
            assertThat(shown(ended(StepState.ACTED, List.of()))).contains("not provable that it is contained");
            assertThat(shown(ended(StepState.PLANNED, List.of())))
                    .contains("judged once it is run")
                    .noneMatch(text -> text.startsWith("contained"));
        });
    }
}
