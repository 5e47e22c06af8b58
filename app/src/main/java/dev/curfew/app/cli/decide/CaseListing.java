package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.issue.WindowListing;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Requests with what became of them, a line each.
public final class CaseListing {
    private static final Messages MESSAGES = Messages.of(CaseListing.class);

    public static final Listing<ExceptionCase> LISTING = new Listing<>(
            "curfew.requests/1",
            List.of(
                    Column.whole(MESSAGES.text("request"), one -> one.request().id()),
                    Column.of(MESSAGES.text("state"), CaseListing::state),
                    Column.whole(
                            MESSAGES.text("policy"),
                            one -> one.request().policy().text()),
                    Column.of(
                            MESSAGES.text("for"),
                            one -> Spans.words(one.request().duration())),
                    Column.of(MESSAGES.text("requester"), one -> one.request().requester()),
                    Column.of(MESSAGES.text("decided-by"), CaseListing::deciders),
                    Column.of(
                            MESSAGES.text("ends"),
                            one -> ModelWords.time(
                                    one.window().map(Window::endsAt).orElse(null))),
                    Column.of(MESSAGES.text("reason"), one -> one.request().reason())),
            CaseListing::json,
            MESSAGES.text("requests.none"));

    private CaseListing() {}

    /// What was asked for now, with what it would add and what is to be done next.
    public static void showAsked(Invocation invocation, ExceptionCase asked) {
        ExceptionRequest request = asked.request();
        invocation.list(LISTING, List.of(asked));
        invocation.printer().note(AddsWords.of(invocation.desk().exceptions().review(request.id())));
        invocation.printer().note(AddsWords.next(request));
    }

    /// With what makes it other than most of its state.
    private static String state(ExceptionCase one) {
        String state = one.request().state().word();
        return one.standing().isPresent() ? MESSAGES.text("state.standing", state) : state;
    }

    private static String deciders(ExceptionCase one) {
        return one.decisions().stream().map(Approval::officer).collect(Collectors.joining(", "));
    }

    private static Map<String, @Nullable Object> json(ExceptionCase one) {
        ExceptionRequest request = one.request();
        return new Fields()
                .put("id", request.id())
                .put("state", request.state().name())
                .put("requester", request.requester())
                .put("policy", request.policy().text())
                .put("policyTextHash", request.policyTextHash())
                .put("durationSeconds", request.duration())
                .put("reason", request.reason())
                .put("claims", request.claims())
                .put("standingInDisguise", one.standing().isPresent())
                .put("requestedAt", request.requestedAt())
                .put("snapshot", request.snapshotNumber())
                .put("addsReach", request.addsReach())
                .put(
                        "decisions",
                        one.decisions().stream().map(CaseListing::json).toList())
                .put(
                        "window",
                        one.window()
                                .map(window -> WindowListing.json(window, one.cover()))
                                .orElse(null))
                .map();
    }

    private static Map<String, @Nullable Object> json(Approval decision) {
        return new Fields()
                .put("officer", decision.officer())
                .put("decision", decision.decision().name())
                .put("at", decision.at())
                .map();
    }
}
