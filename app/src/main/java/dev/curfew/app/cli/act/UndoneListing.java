package dev.curfew.app.cli.act;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.undo.UndoneStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Steps that were taken back, a line each, with whether the credential works again.
final class UndoneListing {
    private static final Messages MESSAGES = Messages.of(UndoneListing.class);

    static final Listing<UndoneStep> LISTING = new Listing<>(
            "curfew.undone/1",
            List.of(
                    Column.of(
                            MESSAGES.text("step"),
                            one -> Integer.toString(one.act().step().ordinal())),
                    Column.whole(
                            MESSAGES.text("credential"),
                            one -> one.act().step().credential().text()),
                    Column.of(MESSAGES.text("action"), one -> one.act().action().code()),
                    Column.of(MESSAGES.text("state"), one -> MESSAGES.text("undo." + state(one.outcome()))),
                    Column.whole(
                            MESSAGES.text("undo.said"), one -> one.outcome().detail()),
                    Column.whole(
                            MESSAGES.text("undo.works"),
                            one -> one.proof().map(UndoneListing::works).orElse(""))),
            UndoneListing::json,
            MESSAGES.text("steps.none"));

    private UndoneListing() {}

    /// Done only if all of it was taken back; whether it works again is another matter, and told.
    static int exitCode(List<UndoneStep> undone) {
        if (undone.stream().anyMatch(one -> one.outcome() instanceof ActionOutcome.Uncertain)) {
            return ExitCode.SOURCE;
        }
        return undone.stream().allMatch(one -> one.outcome().isDone()) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String state(ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ -> "DONE";
            case ActionOutcome.Refused _ -> "REFUSED";
            case ActionOutcome.Uncertain _ -> "UNCERTAIN";
        };
    }

    /// Here it is good that it works.
    private static String works(Proof proof) {
        return proof instanceof Proof.StillWorks works
                ? MESSAGES.text("undo.works.again", ModelWords.time(works.at()))
                : ProofWords.of(proof);
    }

    private static Map<String, @Nullable Object> json(UndoneStep one) {
        return new Fields()
                .put("ordinal", one.act().step().ordinal())
                .put("credential", one.act().step().credential().text())
                .put("undid", one.act().step().action().code())
                .put("action", one.act().action().code())
                .put("state", state(one.outcome()))
                .put("at", one.outcome().at())
                .put("detail", one.outcome().detail())
                .put("proof", one.proof().map(ProofJson::proof).orElse(null))
                .map();
    }
}
