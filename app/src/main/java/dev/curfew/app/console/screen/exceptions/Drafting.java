package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Requests that nobody was asked yet, and what becomes of the one that is looked at.
final class Drafting {

    private static final Messages MESSAGES = Messages.of(Drafting.class);

    private final Desk desk;
    private final Cases<ExceptionCase, ?> cases;

    Drafting(Desk desk, Cases<ExceptionCase, ?> cases) {
        this.desk = desk;
        this.cases = cases;
    }

    static boolean isDraft(ExceptionCase one) {
        return one.request().state() == RequestState.DRAFTED;
    }

    /// The draft that is looked at.
    Optional<ExceptionRequest> selected() {
        return cases.selected().get().filter(Drafting::isDraft).map(ExceptionCase::request);
    }

    /// Whoever keeps it, if their key is on this machine.
    List<Officer> keeper() {
        return cases.signers().stream()
                .filter(officer -> selected()
                        .filter(it -> it.requester().equals(officer.name()))
                        .isPresent())
                .toList();
    }

    /// Only whoever keeps a draft goes on with it.
    Availability may() {
        return cases.mayAct(Drafting::isDraft, MESSAGES.text("draft.not"))
                .and(Availability.unless(
                        keeper().isEmpty(),
                        MESSAGES.text(
                                "draft.other",
                                selected().map(ExceptionRequest::requester).orElse(""))));
    }

    /// @param claims when it is to begin, and whatever else is asked besides
    void keep(OfficerLogin login, PolicyId policy, Duration duration, String reason, Map<String, String> claims) {
        act("keeping", login, _ -> desk.drafts().keep(login, policy.text(), duration, reason, claims));
    }

    /// @param claims what changes of them; what is blank goes
    void change(OfficerLogin login, Duration duration, String reason, Map<String, String> claims) {
        going("keeping", login, (who, id) -> desk.drafts().change(who, id, duration, reason, claims));
    }

    void submit(OfficerLogin login) {
        going("requesting", login, (who, id) -> desk.drafts().submit(who, id));
    }

    void discard(OfficerLogin login) {
        going("discarding", login, (who, id) -> desk.drafts().discard(who, id));
    }

    private void going(String words, OfficerLogin login, BiFunction<OfficerLogin, String, ExceptionCase> deed) {
        selected().map(ExceptionRequest::id).ifPresent(id -> act(words, login, _ -> deed.apply(login, id)));
    }

    private void act(String words, OfficerLogin login, Job.Body<ExceptionCase> deed) {
        cases.act(
                MESSAGES.text(words),
                login,
                List.of(),
                deed,
                made -> cases.select(made.request().id()));
    }
}
