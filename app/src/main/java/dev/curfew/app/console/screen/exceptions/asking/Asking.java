package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
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
import java.util.function.Consumer;

/// Access that is asked for, and what becomes of the draft that is looked at: a request that nobody was asked yet.
public final class Asking {

    private static final Messages MESSAGES = Messages.of(Asking.class);

    /// Up to a shift, which is the ceiling whatever anyone approves.
    public static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private final Work work;
    private final Desk desk;
    private final Cases<ExceptionCase, ?> cases;

    public Asking(Work work, Desk desk, Cases<ExceptionCase, ?> cases) {
        this.work = work;
        this.desk = desk;
        this.cases = cases;
    }

    public static boolean isDraft(ExceptionCase one) {
        return one.request().state() == RequestState.DRAFTED;
    }

    /// What the policy would add, for whoever is about to ask for it.
    public void adds(PolicyId policy, Consumer<Content<Reach>> shown) {
        shown.accept(new Content.Loading<>());
        work.start(new Job<>(
                "exception-adds",
                MESSAGES.text("reviewing"),
                _ -> desk.reach().adds(policy),
                reach -> shown.accept(new Content.Ready<>(reach)),
                failure -> shown.accept(new Content.Failed<>(failure))));
    }

    /// Those whose keys are on this machine.
    List<Officer> signers() {
        return cases.signers();
    }

    /// @param claims when it is to begin, and whatever else is asked besides
    public void request(
            OfficerLogin login, PolicyId policy, Duration duration, String reason, Map<String, String> claims) {
        act("requesting", login, _ -> desk.exceptions().request(login, policy.text(), duration, reason, claims));
    }

    /// As the selected window.
    ///
    /// @param how as in `Exceptions.again`
    public void again(OfficerLogin login, String how, Duration duration, String reason) {
        cases.selected()
                .get()
                .map(cases::id)
                .ifPresent(
                        id -> act("requesting", login, _ -> desk.exceptions().again(login, how, id, duration, reason)));
    }

    /// The draft that is looked at.
    Optional<ExceptionRequest> draft() {
        return cases.selected().get().filter(Asking::isDraft).map(ExceptionCase::request);
    }

    private String requester() {
        return cases.selected()
                .get()
                .map(ExceptionCase::request)
                .map(ExceptionRequest::requester)
                .orElse("");
    }

    /// Whoever asks or keeps what is looked at, if their key is on this machine.
    List<Officer> asker() {
        return cases.signers().stream()
                .filter(officer -> officer.name().equals(requester()))
                .toList();
    }

    private Availability mayAsAsker(String otherwise) {
        return Availability.unless(asker().isEmpty(), MESSAGES.text(otherwise, requester()));
    }

    /// Until it is issued, and only by whoever asked.
    public Availability mayWithdraw() {
        return cases.mayAct(it -> it.request().state().mayBecome(RequestState.WITHDRAWN), MESSAGES.text("withdraw.not"))
                .and(mayAsAsker("withdraw.other"));
    }

    /// Only whoever keeps a draft goes on with it.
    public Availability mayGoOn() {
        return cases.mayAct(Asking::isDraft, MESSAGES.text("draft.not")).and(mayAsAsker("draft.other"));
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

    /// @param reason may be blank
    void withdraw(OfficerLogin login, String reason) {
        cases.selected()
                .get()
                .map(cases::id)
                .ifPresent(
                        id -> act("withdrawing", login, _ -> desk.exceptions().withdraw(login, id, reason)));
    }

    private void going(String words, OfficerLogin login, BiFunction<OfficerLogin, String, ExceptionCase> deed) {
        draft().map(ExceptionRequest::id).ifPresent(id -> act(words, login, _ -> deed.apply(login, id)));
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
