package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.screen.exceptions.asking.Asking;
import dev.curfew.app.console.session.Acting;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.request.Review;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The requests, and what can be done with the one that is looked at.
final class ExceptionsViewModel {

    private static final Messages MESSAGES = Messages.of(ExceptionsViewModel.class);

    /// How far a clock goes astray meanwhile is nothing to anybody.
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Work work;
    private final Desk desk;
    private final Acting acting;
    private final Cases<ExceptionCase, Review> cases;
    private Instant lookAt = Instant.MIN;

    /// @param changed called when the workspace has changed
    ExceptionsViewModel(Work work, Desk desk, Acting acting, Runnable changed) {
        this.work = work;
        this.desk = desk;
        this.acting = acting;
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        "exceptions",
                        MESSAGES,
                        () -> sorted(desk.exceptions().list()),
                        it -> it.request().id(),
                        it -> !desk.readOnly() && isSubmitted(it),
                        it -> desk.exceptions().review(it.request().id())),
                changed);
    }

    Cases<ExceptionCase, Review> cases() {
        return cases;
    }

    /// Open windows first, the first to end first; then what waits; then the rest, newest first.
    private static List<ExceptionCase> sorted(List<ExceptionCase> cases) {
        return cases.stream()
                .sorted(Comparator.comparingInt(ExceptionsViewModel::rank)
                        .thenComparing(ExceptionsViewModel::end)
                        .thenComparing(it -> it.request().requestedAt(), Comparator.reverseOrder()))
                .toList();
    }

    private static int rank(ExceptionCase it) {
        return switch (it.request().state()) {
            case ACTIVE -> 0;
            case PENDING -> 1;
            case APPROVED -> 2;
            case DRAFTED -> 3;
            case DENIED, WITHDRAWN, TIMED_OUT, ENDED -> 4;
        };
    }

    private static boolean isSubmitted(ExceptionCase it) {
        return !Asking.isDraft(it) && !it.request().state().isTerminal();
    }

    private static Instant end(ExceptionCase it) {
        return it.window().filter(Window::isOpen).map(Window::endsAt).orElse(Instant.MAX);
    }

    Availability mayApprove() {
        return cases.mayDecide(in(RequestState.PENDING), MESSAGES.text("decide.not"));
    }

    Availability mayDeny() {
        return cases.mayDecide(in(RequestState.PENDING, RequestState.APPROVED), MESSAGES.text("deny.not"));
    }

    Availability mayIssue() {
        return cases.mayAct(in(RequestState.APPROVED), MESSAGES.text("issue.not"))
                .and(cases.mayAct(it -> !it.unsettled(), MESSAGES.text("issue.unsettled")))
                .and(cases.selected()
                        .get()
                        .map(it -> acting.on(it.request().policy().source()))
                        .orElse(Availability.available()));
    }

    /// An officer elsewhere can only be asked what is still to be decided.
    Availability mayAskByFile() {
        return cases.mayAct(in(RequestState.PENDING), MESSAGES.text("decide.not"));
    }

    Availability maySettle() {
        return cases.mayAct(ExceptionCase::unsettled, MESSAGES.text("settle.not"));
    }

    Availability mayEnd() {
        return cases.mayAct(in(RequestState.ACTIVE), MESSAGES.text("end.not"));
    }

    Availability mayRenew() {
        return cases.mayAct(in(RequestState.ACTIVE, RequestState.ENDED), MESSAGES.text("renew.not"));
    }

    /// How much may be left of the selected window, when it is made shorter; longest first.
    List<Duration> shorter(Instant now) {
        return cases.selected().get().flatMap(ExceptionCase::window).filter(Window::isOpen).stream()
                .flatMap(window -> Asking.LENGTHS.reversed().stream()
                        .filter(length -> now.plus(length).isBefore(window.endsAt())))
                .toList();
    }

    private static Predicate<ExceptionCase> in(RequestState... states) {
        return it -> Set.of(states).contains(it.request().state());
    }

    void addOfficer(OfficerLogin login, String displayName) {
        act(MESSAGES.text("adding"), login, _ -> desk.officers().add(login, displayName), _ -> {});
    }

    /// The voices that stand now.
    ///
    /// @param read in the foreground
    void voices(Consumer<List<Delegation>> read) {
        work.start(new Job<>(
                "exceptions-voices",
                MESSAGES.text("voices"),
                _ -> desk.delegations().standing(),
                read,
                failure -> cases.tell(failure.sentence())));
    }

    /// @param voiceOf as in `Exceptions.approve`
    void approve(OfficerLogin login, Review shown, String voiceOf) {
        act(MESSAGES.text("deciding"), login, _ -> desk.exceptions().approve(login, shown, voiceOf), _ -> {});
    }

    /// The waiting requests that are of one shape with the selected one.
    ///
    /// @param shown in the foreground
    void alike(Consumer<Alike> shown) {
        withSelected(id -> work.start(new Job<>(
                "exceptions-alike",
                MESSAGES.text("reviewing"),
                _ -> desk.bulkDecisions().alike(id),
                shown,
                failure -> cases.tell(failure.sentence()))));
    }

    /// @param voiceOf as in `Exceptions.approve`
    /// @param done with what became of each, in the foreground
    void approve(OfficerLogin login, Alike shown, String voiceOf, Consumer<List<Decided>> done) {
        each(login, told -> desk.bulkDecisions().approve(login, shown, voiceOf, told), done);
    }

    /// @param done as in [#approve(OfficerLogin, Alike, String, Consumer)]
    void deny(OfficerLogin login, Alike shown, String reason, Consumer<List<Decided>> done) {
        each(login, told -> desk.bulkDecisions().deny(login, shown, reason, told), done);
    }

    private void each(OfficerLogin login, Consumer<Consumer<Decided>> deciding, Consumer<List<Decided>> done) {
        act(
                MESSAGES.text("deciding"),
                login,
                _ -> {
                    List<Decided> decided = new ArrayList<>();
                    deciding.accept(decided::add);
                    return decided;
                },
                done);
    }

    void deny(OfficerLogin login, Review shown, String reason) {
        act(MESSAGES.text("deciding"), login, _ -> desk.exceptions().deny(login, shown, reason), _ -> {});
    }

    /// @param handed gets what was issued, to be shown once
    void issue(OfficerLogin login, Consumer<Handover> handed) {
        withSelected(id ->
                act(MESSAGES.text("issuing"), login, _ -> desk.exceptions().issue(login, id), handed));
    }

    void settle(OfficerLogin login) {
        withSelected(id ->
                act(MESSAGES.text("settling"), login, _ -> desk.exceptions().settle(login, id), _ -> {}));
    }

    /// @param to the new end
    void shorten(OfficerLogin login, Instant to) {
        withSelected(id ->
                act(MESSAGES.text("shortening"), login, _ -> desk.windows().shorten(login, id, to), _ -> {}));
    }

    void endEarly(OfficerLogin login) {
        withSelected(id -> act(
                MESSAGES.text("ending"),
                login,
                _ -> desk.windows().endEarly(login, id),
                closure -> cases.tell(closure.closed() ? "" : MESSAGES.text("end.unsure"))));
    }

    private void withSelected(Consumer<String> what) {
        cases.selected().get().map(cases::id).ifPresent(what);
    }

    private <T> void act(String words, OfficerLogin login, Job.Body<T> deed, Consumer<? super T> done) {
        cases.act(words, login, List.of(), deed, done);
    }

    /// Reads again what the clocks show that windows end by: now and then, while one is open. Called at each tick.
    void look(Instant now) {
        boolean open = cases.content().get().ready().stream()
                .flatMap(shown -> shown.cases().stream())
                .anyMatch(it -> it.window().filter(Window::isOpen).isPresent());
        if (open && !now.isBefore(lookAt)) {
            lookAt = now.plus(LOOK_EVERY);
            cases.glance();
        }
    }
}
