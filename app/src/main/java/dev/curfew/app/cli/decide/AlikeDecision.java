package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.governance.request.bulk.Left;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows the requests of one shape, and decides on them once their number is confirmed.
final class AlikeDecision {
    private static final Messages MESSAGES = Messages.of(AlikeDecision.class);

    private final Invocation invocation;
    private final OfficerOptions officer;

    AlikeDecision(Invocation invocation, OfficerOptions officer) {
        this.invocation = invocation;
        this.officer = officer;
    }

    /// How they are decided.
    @FunctionalInterface
    interface Deciding {
        void as(OfficerLogin login, Alike shown, Consumer<Decided> told);
    }

    /// @param count how many are to be signed; null only shows them
    /// @return REFUSED if one of those that were shown was not signed
    /// @throws Refused if it is another number
    int decide(String request, @Nullable Integer count, Deciding deciding) throws InterruptedException {
        Alike shown = invocation.desk().bulkDecisions().alike(request);
        int number = shown.reviews().size();
        note(shown);
        if (count == null) {
            list(shown, List.of(), "waiting");
            invocation.printer().note(MESSAGES.text("alike.confirm", number));
            return ExitCode.DONE;
        }
        if (count != number) {
            throw new Refused(MESSAGES.text("alike.other-number", count, number));
        }
        return sign(shown, deciding);
    }

    private void note(Alike shown) {
        invocation.printer().note(MESSAGES.text("alike.shape"));
        shown.shape().words().forEach(words -> invocation.printer().note(MESSAGES.text("alike.line", words)));
        shown.reviews().stream()
                .findFirst()
                .ifPresent(first -> invocation.printer().note(AddsWords.now(first)));
    }

    private int sign(Alike shown, Deciding deciding) throws InterruptedException {
        List<Decided> decided = new ArrayList<>();
        try {
            officer.run(invocation.terminal(), login -> {
                deciding.as(login, shown, decided::add);
                return login;
            });
        } finally {
            // Whatever stopped it: what is signed is signed, and is told.
            if (!decided.isEmpty()) {
                list(shown, decided, "not-reached");
            }
        }
        return decided.stream().anyMatch(Left.class::isInstance) ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private void list(Alike shown, List<Decided> decided, String others) {
        invocation.list(AlikeListing.LISTING, AlikeListing.lines(shown, decided, others));
    }
}
