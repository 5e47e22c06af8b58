package dev.curfew.app.console.screen.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");

    private static final List<CredentialId> TOKENS =
            List.of(CredentialId.of("bao", "a"), CredentialId.of("bao", "b"), CredentialId.of("bao", "c"));

    private static ProofRecord proof(int token, Proof proof) {
        return new ProofRecord("p1", token + 1, TOKENS.get(token), proof);
    }

    private static List<String> words(List<CredentialId> credentials, ProofRecord... proofs) throws Exception {
        List<PlannedStep> steps = IntStream.range(0, credentials.size())
                .mapToObj(at -> new PlannedStep(
                        at + 1, credentials.get(at), "openbao.token", new Action("openbao.revoke-accessor", false)))
                .toList();
        RevocationPlan plan = new RevocationPlan("p1", "ada", "leaked", AT, 1, steps, Map.of());
        RevocationCase one = new RevocationCase(plan, List.of(), List.of(), List.of(), List.of(proofs));
        return FxThread.call(() ->
                Tally.of(one, credentials).chips().stream().map(Chip::getText).toList());
    }

    @Test
    void countsTheCredentialsThatAreRefusedAndSaysWhatIsStillMissing() throws Exception {
        assertThat(words(TOKENS)).containsExactly("0 of 3 credentials refused", "3 without a verdict yet");
        assertThat(words(TOKENS, proof(0, new Proof.Proved(AT, 3, 3)), proof(1, new Proof.StillWorks(AT, 1, 3))))
                .containsExactly("1 of 3 credentials refused", "1 still works", "1 without a verdict yet");
    }

    @Test
    void theNewestVerdictOnACredentialCounts() throws Exception {
        assertThat(words(
                        TOKENS,
                        proof(0, new Proof.StillWorks(AT, 1, 3)),
                        proof(0, new Proof.Proved(AT, 3, 3)),
                        proof(1, new Proof.NotProvable(AT, "no value", "give it", null)),
                        proof(2, new Proof.Proved(AT, 3, 3))))
                .containsExactly("2 of 3 credentials refused", "1 not provable");
    }

    @Test
    void whatGaveNoAnswerIsNotCalledNotProvable() throws Exception {
        assertThat(words(
                        TOKENS,
                        proof(0, new Proof.Indeterminate(AT, "timed out")),
                        proof(1, new Proof.NotProvable(AT, "no value", "give it", null)),
                        proof(2, new Proof.Proved(AT, 3, 3))))
                .containsExactly("1 of 3 credentials refused", "1 not provable", "1 neither refused nor accepted");
    }

    @Test
    void whereThereIsButOneItsVerdictStandsBesideIt() throws Exception {
        assertThat(words(TOKENS.subList(0, 1))).isEmpty();
    }
}
