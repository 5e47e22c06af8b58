package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.plan.PlanOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The plans, the one that is looked at, and running it.
final class RevocationViewModel {

    /// All that the screen shows.
    record Books(List<RevocationCase> cases, List<Officer> signers) {
        Books {
            cases = List.copyOf(cases);
            signers = List.copyOf(signers);
        }
    }

    private static final Messages MESSAGES = Messages.of(RevocationViewModel.class);

    private final Work work;
    private final RevocationBook book;
    private final Runnable changed;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<Content<Books>> content = new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<RevocationCase>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content<PlanReview>>> review =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private String wanted = "";

    /// @param changed called when the workspace has changed
    RevocationViewModel(Work work, RevocationBook book, Runnable changed, boolean readOnly) {
        this.work = work;
        this.book = book;
        this.changed = changed;
        this.readOnly = readOnly;
    }

    ReadOnlyObjectProperty<Content<Books>> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RevocationCase>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The selected plan as it is shown to whoever approves it, worked out here and now.
    ReadOnlyObjectProperty<Optional<Content<PlanReview>>> review() {
        return review.getReadOnlyProperty();
    }

    /// Whether a plan is being run or proved.
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// What the last act came to, if it was refused or cancelled; empty: nothing to tell.
    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    /// Reads the plans; while one runs, its attempts as they are made.
    void load() {
        work.start(new Job<>(
                "revocations",
                MESSAGES.text("loading"),
                _ -> new Books(book.list(), book.signers()),
                books -> {
                    content.set(new Content.Ready<>(books));
                    refind();
                },
                failure -> content.set(new Content.Failed<>(failure))));
    }

    private void refind() {
        Optional<RevocationCase> found = find(wanted);
        boolean same = found.equals(selected.get());
        selected.set(found);
        if (!same) {
            found.filter(it -> !running.get()).ifPresent(this::look);
        }
    }

    private Optional<RevocationCase> find(String planId) {
        return content.get()
                .ready()
                .flatMap(books -> books.cases().stream()
                        .filter(it -> it.plan().id().equals(planId))
                        .findFirst());
    }

    /// @param planId empty: none
    void select(String planId) {
        if (planId.equals(wanted) && selected.get().isPresent()) {
            return;
        }
        wanted = planId;
        review.set(Optional.empty());
        selected.set(find(planId));
        selected.get().ifPresent(this::look);
    }

    private void look(RevocationCase one) {
        review.set(Optional.of(new Content.Loading<>()));
        work.start(new Job<>(
                "plan-review",
                MESSAGES.text("reviewing"),
                _ -> book.review(one.plan().id()),
                found -> review.set(Optional.of(new Content.Ready<>(found))),
                failure -> review.set(Optional.of(new Content.Failed<>(failure)))));
    }

    List<Officer> signers() {
        return content.get().ready().map(Books::signers).orElse(List.of());
    }

    Availability mayPlan() {
        return Availability.unless(readOnly, MESSAGES.text("readonly"))
                .and(Availability.unless(signers().isEmpty(), MESSAGES.text("officer.first")));
    }

    Availability mayRun() {
        return mayPlan()
                .and(Availability.unless(selected.get().isEmpty(), MESSAGES.text("select.first")))
                .and(Availability.unless(running.get(), MESSAGES.text("busy")))
                .and(Availability.unless(
                        selected.get()
                                .map(Stage::of)
                                .filter(RevocationViewModel::toRun)
                                .isEmpty(),
                        MESSAGES.text("run.over")))
                .and(Availability.unless(
                        review.get().flatMap(Content::ready).isEmpty(), MESSAGES.text("review.missing")));
    }

    /// A run that was cut off goes on where it stopped.
    private static boolean toRun(Stage stage) {
        return switch (stage) {
            case PLANNED, BEGUN, TROUBLE -> true;
            case ACTED, PROVED -> false;
        };
    }

    Availability mayVerify() {
        return mayPlan()
                .and(Availability.unless(selected.get().isEmpty(), MESSAGES.text("select.first")))
                .and(Availability.unless(running.get(), MESSAGES.text("busy")))
                .and(Availability.unless(
                        selected.get()
                                .map(Stage::of)
                                .filter(stage -> stage != Stage.PLANNED && stage != Stage.BEGUN)
                                .isEmpty(),
                        MESSAGES.text("verify.early")));
    }

    /// The credentials of the selected plan, each once.
    List<CredentialId> credentials() {
        return selected.get().stream()
                .flatMap(it -> it.plan().steps().stream())
                .map(PlannedStep::credential)
                .distinct()
                .toList();
    }

    void plan(OfficerLogin login, PlanOrder order) {
        told.set("");
        work.start(new Job<>(
                "revocation-plan",
                MESSAGES.text("planning"),
                _ -> {
                    try (var _ = login.passphrase()) {
                        return book.plan(login, order);
                    }
                },
                made -> {
                    wanted = made.plan().id();
                    changed.run();
                },
                failure -> told.set(failure.sentence())));
    }

    void run(OfficerLogin login, Map<CredentialId, Secret> values) {
        review.get()
                .flatMap(Content::ready)
                .ifPresent(shown -> act(
                        MESSAGES.text("running"),
                        login,
                        values,
                        progress -> book.run(login, shown, values, progress).cancelled()));
    }

    void verify(OfficerLogin login, Map<CredentialId, Secret> values) {
        selected.get()
                .ifPresent(one -> act(MESSAGES.text("verifying"), login, values, progress -> {
                    book.verify(login, one.plan().id(), values, progress);
                    return false;
                }));
    }

    /// Passphrase and values do not outlive the act.
    private void act(String words, OfficerLogin login, Map<CredentialId, Secret> values, Job.Body<Boolean> body) {
        told.set("");
        running.set(true);
        Job<Boolean> job = new Job<>(
                "revocation-act",
                words,
                progress -> {
                    try (var _ = login.passphrase()) {
                        return body.run(progress);
                    } finally {
                        values.values().forEach(Secret::close);
                    }
                },
                cancelled -> ended(cancelled ? MESSAGES.text("cancelled") : ""),
                failure -> ended(failure.sentence()));
        work.start(job, () -> ended(MESSAGES.text("cancelled")));
    }

    private void ended(String words) {
        running.set(false);
        told.set(words);
        review.set(Optional.empty());
        selected.get().ifPresent(this::look);
        changed.run();
    }
}
