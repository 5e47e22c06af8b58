package dev.curfew.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.process.LossyWay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Runs a credential's whole plan while one answer after another gets lost on the way, after the server did what it was
/// asked. What is then said to be done is done; what is not is done by acting again; and the plan comes to its end.
///
/// @param revoker by that way
/// @param codes of the plan's acts, in order
/// @param fresh a credential that no act was done on
/// @param ended what the server itself says of one whose plan is over
public record LostAnswers(
        LossyWay way,
        Revoker revoker,
        List<String> codes,
        IntFunction<CredentialId> fresh,
        Predicate<CredentialId> ended) {
    private static final int TURNS_MAX = 500;

    /// What something on the way may say in the server's place: too much, not now, and half an answer.
    public static Stream<String> ofGateways() {
        return Stream.of(
                "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 204 No Con");
    }

    /// What an act on a credential said while an answer was lost.
    public record Said(int turn, String code, ActionOutcome outcome) {}

    /// @param instead what comes in the answer's place; empty: nothing, the connection breaks off
    /// @param every how many answers lie between one that is lost and the next; with 1 each is lost once
    /// @return what was said of what was not done
    public List<Said> each(String instead, int every) throws InterruptedException {
        List<Said> undone = new ArrayList<>();
        for (int turn = 1; turn <= TURNS_MAX; turn += every) {
            CredentialId credential = fresh.apply(turn);
            way.replaceAnswer(turn, instead);
            for (String code : codes) {
                undone.addAll(act(turn, code, credential));
            }
            int turns = way.turns();
            way.loseAnswer(-1);
            assertThat(ended).as("answer %s lost, at the end", turn).accepts(credential);
            if (turns < turn) {
                return undone;
            }
        }
        throw new AssertionError("the plan takes more than " + TURNS_MAX + " answers");
    }

    private List<Said> act(int turn, String code, CredentialId credential) throws InterruptedException {
        ActionOutcome outcome = revoker.act(new Action(code, true), credential);
        if (outcome.isDone()) {
            return List.of();
        }
        assertThat(outcome.detail()).as(code).isNotBlank();
        ActionOutcome again = revoker.act(new Action(code, true), credential);
        assertThat(again.isDone())
                .as("answer %s lost: %s said %s, and again %s", turn, code, outcome, again)
                .isTrue();
        return List.of(new Said(turn, code, outcome));
    }
}
