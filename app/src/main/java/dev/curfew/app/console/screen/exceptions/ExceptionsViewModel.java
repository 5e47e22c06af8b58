package dev.curfew.app.console.screen.exceptions;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The requests, the one that is looked at, and what can be done with it.
final class ExceptionsViewModel {

    /// All that the screen shows.
    record Books(List<ExceptionCase> cases, List<Officer> signers) {
        Books {
            cases = List.copyOf(cases);
            signers = List.copyOf(signers);
        }
    }

    private static final Messages MESSAGES = Messages.of(ExceptionsViewModel.class);

    private final Work work;
    private final ExceptionBook book;
    private final Runnable changed;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<Content<Books>> content = new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<ExceptionCase>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content<Review>>> review =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private String wanted = "";
    private boolean closing;

    /// @param changed called when the workspace has changed
    ExceptionsViewModel(Work work, ExceptionBook book, Runnable changed, boolean readOnly) {
        this.work = work;
        this.book = book;
        this.changed = changed;
        this.readOnly = readOnly;
    }

    ReadOnlyObjectProperty<Content<Books>> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ExceptionCase>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The selected request as it is shown to whoever decides on it, worked out here and now.
    ReadOnlyObjectProperty<Optional<Content<Review>>> review() {
        return review.getReadOnlyProperty();
    }

    /// What the last act came to, if it was refused; empty: nothing to tell.
    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    void load() {
        work.start(new Job<>(
                "exceptions",
                MESSAGES.text("loading"),
                _ -> new Books(sorted(book.list()), book.signers()),
                books -> {
                    content.set(new Content.Ready<>(books));
                    select(wanted);
                },
                failure -> content.set(new Content.Failed<>(failure))));
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
            case DENIED, ENDED -> 3;
        };
    }

    private static Instant end(ExceptionCase it) {
        return it.window().filter(Window::isOpen).map(Window::endsAt).orElse(Instant.MAX);
    }

    /// @param requestId empty: none
    void select(String requestId) {
        wanted = requestId;
        Optional<ExceptionCase> found = content.get()
                .ready()
                .flatMap(books -> books.cases().stream()
                        .filter(it -> it.request().id().equals(requestId))
                        .findFirst());
        selected.set(found);
        review.set(Optional.empty());
        found.map(ExceptionCase::request)
                .filter(request -> !request.state().isTerminal())
                .ifPresent(this::look);
    }

    private void look(ExceptionRequest request) {
        review.set(Optional.of(new Content.Loading<>()));
        work.start(new Job<>(
                "exception-review",
                MESSAGES.text("reviewing"),
                _ -> book.review(request.id()),
                found -> review.set(Optional.of(new Content.Ready<>(found))),
                failure -> review.set(Optional.of(new Content.Failed<>(failure)))));
    }

    List<Officer> signers() {
        return content.get().ready().map(Books::signers).orElse(List.of());
    }

    Availability mayRequest() {
        return writable().and(Availability.unless(signers().isEmpty(), MESSAGES.text("officer.first")));
    }

    Availability writable() {
        return Availability.unless(readOnly, MESSAGES.text("readonly"));
    }

    /// Whether the selected request is in a state for this.
    Availability mayDecide() {
        return selectedIn(MESSAGES.text("decide.not"), RequestState.PENDING)
                .and(Availability.unless(
                        review.get().flatMap(Content::ready).isEmpty(), MESSAGES.text("review.missing")));
    }

    Availability mayDeny() {
        return selectedIn(MESSAGES.text("deny.not"), RequestState.PENDING, RequestState.APPROVED)
                .and(Availability.unless(
                        review.get().flatMap(Content::ready).isEmpty(), MESSAGES.text("review.missing")));
    }

    Availability mayIssue() {
        return selectedIn(MESSAGES.text("issue.not"), RequestState.APPROVED);
    }

    Availability mayEnd() {
        return selectedIn(MESSAGES.text("end.not"), RequestState.ACTIVE);
    }

    private Availability selectedIn(String otherwise, RequestState... states) {
        return writable()
                .and(Availability.unless(selected.get().isEmpty(), MESSAGES.text("select.first")))
                .and(Availability.unless(
                        selected.get()
                                .filter(it ->
                                        List.of(states).contains(it.request().state()))
                                .isEmpty(),
                        otherwise));
    }

    /// What the policy would add, for whoever is about to ask for it.
    void adds(PolicyId policy, Consumer<Content<Reach>> shown) {
        shown.accept(new Content.Loading<>());
        work.start(new Job<>(
                "exception-adds",
                MESSAGES.text("reviewing"),
                _ -> book.adds(policy),
                reach -> shown.accept(new Content.Ready<>(reach)),
                failure -> shown.accept(new Content.Failed<>(failure))));
    }

    void addOfficer(OfficerLogin login, String displayName) {
        act(MESSAGES.text("adding"), login, () -> book.addOfficer(login, displayName), _ -> {});
    }

    void request(OfficerLogin login, PolicyId policy, Duration duration, String reason) {
        act(
                MESSAGES.text("requesting"),
                login,
                () -> book.request(login, policy, duration, reason),
                made -> wanted = made.request().id());
    }

    void approve(OfficerLogin login) {
        decide(login, shown -> book.approve(login, shown));
    }

    void deny(OfficerLogin login, String reason) {
        decide(login, shown -> book.deny(login, shown, reason));
    }

    private void decide(OfficerLogin login, Consumer<Review> decision) {
        review.get()
                .flatMap(Content::ready)
                .ifPresent(shown -> act(
                        MESSAGES.text("deciding"),
                        login,
                        () -> {
                            decision.accept(shown);
                            return shown;
                        },
                        _ -> {}));
    }

    /// @param handed gets what was issued, to be shown once
    void issue(OfficerLogin login, Consumer<Handover> handed) {
        selected.get()
                .ifPresent(it -> act(
                        MESSAGES.text("issuing"),
                        login,
                        () -> book.issue(login, it.request().id()),
                        handed));
    }

    void endEarly(OfficerLogin login) {
        selected.get()
                .ifPresent(it -> act(
                        MESSAGES.text("ending"),
                        login,
                        () -> book.endEarly(login, it.request().id()),
                        closure -> told.set(closed(closure))));
    }

    private static String closed(Closure closure) {
        return closure.closed() ? "" : MESSAGES.text("end.unsure");
    }

    /// Enters the end of windows whose time is over. Called at each tick; does nothing while none is due.
    void closeDue(Instant now) {
        boolean due = content.get().ready().stream()
                .flatMap(books -> books.cases().stream())
                .flatMap(it -> it.window().stream())
                .anyMatch(window -> window.isOpen() && !window.endsAt().isAfter(now));
        if (!due || closing || readOnly) {
            return;
        }
        closing = true;
        work.start(
                new Job<>(
                        "exceptions-due",
                        MESSAGES.text("closing"),
                        _ -> book.closeDue(),
                        closures -> {
                            closing = closures.stream().anyMatch(it -> !it.closed());
                            changed.run();
                        },
                        failure -> told.set(failure.sentence())),
                () -> closing = false);
    }

    private interface Deed<T> {
        T done() throws InterruptedException;
    }

    /// Whatever comes of it, the passphrase does not outlive it.
    private <T> void act(String words, OfficerLogin login, Deed<T> deed, Consumer<? super T> done) {
        told.set("");
        work.start(new Job<>(
                "exception-act",
                words,
                _ -> {
                    try (var _ = login.passphrase()) {
                        return deed.done();
                    }
                },
                result -> {
                    done.accept(result);
                    changed.run();
                },
                failure -> {
                    told.set(failure.sentence());
                    changed.run();
                }));
    }
}
