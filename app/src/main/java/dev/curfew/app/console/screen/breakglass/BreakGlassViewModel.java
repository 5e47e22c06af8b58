package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.cases.CaseBook;
import dev.curfew.app.console.screen.cases.Cases;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.breakglass.Evidence;
import dev.curfew.app.usecase.breakglass.NewPath;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts.Recipient;
import dev.curfew.app.usecase.breakglass.checkout.CheckedIn;
import dev.curfew.app.usecase.breakglass.checkout.CheckedOut;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The registered paths, and what is done with the one that is looked at: drilled, checked out, checked in.
final class BreakGlassViewModel {
    private static final Messages MESSAGES = Messages.of(BreakGlassViewModel.class);

    /// As `CaseBook.name`.
    static final String KIND = "break-glass";

    private final Work work;
    private final Desk desk;
    private final Runnable changed;
    private final Cases<BreakGlassCase, Boolean> cases;
    private final LiveStatus live;

    /// How often one began or ended.
    private final ReadOnlyIntegerWrapper checkIns = new ReadOnlyIntegerWrapper();

    private final CheckInsTold checkInsTold = new CheckInsTold();
    private final ReadOnlyObjectWrapper<List<String>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Content<List<SourceName>>> doors =
            new ReadOnlyObjectWrapper<>(new Content.Loading<>());

    /// @param changed called when the workspace has changed
    BreakGlassViewModel(Work work, Desk desk, Supplier<Instant> now, Runnable changed) {
        this.work = work;
        this.desk = desk;
        this.changed = changed;
        live = new LiveStatus(work, desk, changed);
        cases = new Cases<>(
                work,
                desk,
                new CaseBook<>(
                        KIND,
                        MESSAGES,
                        () -> sorted(desk.breakGlasses().list(), now.get()),
                        it -> it.path().name(),
                        // There is nothing to decide on: a drill is due, or it is not.
                        _ -> false,
                        _ -> true),
                changed);
    }

    Cases<BreakGlassCase, Boolean> cases() {
        return cases;
    }

    /// What is said of paths that are not listed, because their registration is not believed.
    ReadOnlyObjectProperty<List<String>> doubts() {
        return doubts.getReadOnlyProperty();
    }

    CheckInsTold checkInsTold() {
        return checkInsTold;
    }

    void load() {
        cases.load();
        work.glance(new Job<>(
                KIND + "-doubts",
                MESSAGES.text("loading"),
                _ -> desk.breakGlasses().doubts(),
                doubts::set,
                failure -> doubts.set(List.of(MESSAGES.text("doubts.failed", failure.sentence())))));
        work.glance(new Job<>(
                KIND + "-doors",
                MESSAGES.text("loading"),
                _ -> desk.breakGlasses().sources(),
                found -> doors.set(new Content.Ready<>(found)),
                failure -> doors.set(new Content.Failed<>(failure))));
    }

    /// The sources at which a path can be registered.
    List<SourceName> doors() {
        return doors.get().ready().orElse(List.of());
    }

    private Availability hasDoor() {
        return switch (doors.get()) {
            case Content.Loading<List<SourceName>> _ -> Availability.unless(true, MESSAGES.text("register.reading"));
            case Content.Failed<List<SourceName>>(Failure failure) ->
                Availability.unless(true, MESSAGES.text("register.unread", failure.sentence()));
            case Content.Ready<List<SourceName>>(List<SourceName> found) ->
                Availability.unless(found.isEmpty(), MESSAGES.text("register.no-source"));
        };
    }

    ObservableValue<Availability> registering() {
        return Bindings.createObjectBinding(
                () -> cases.maySign()
                        .and(Availability.unless(cases.acting().get(), MESSAGES.text("busy")))
                        .and(hasDoor()),
                cases.content(),
                cases.acting(),
                doors);
    }

    /// @param holders who are to hold a share; their passphrases and the credential are wiped whatever comes of it
    void register(OfficerLogin officer, List<OfficerLogin> holders, NewPath order, Secret credential) {
        List<Secret> lent = Stream.concat(holders.stream().map(OfficerLogin::passphrase), Stream.of(credential))
                .toList();
        cases.act(
                MESSAGES.text("registering", order.name()),
                officer,
                lent,
                _ -> desk.breakGlasses().register(officer, holders, order, credential),
                made -> {
                    cases.tellGood(MESSAGES.text("registered", made.path().name()));
                    cases.select(made.path().name());
                });
    }

    LiveStatus live() {
        return live;
    }

    /// Looks at what is open, if it is time to.
    void glance(Instant now) {
        live.follow(cases.selected().get(), now);
    }

    /// Those that are open first, then those that need somebody, the longest due first.
    private static List<BreakGlassCase> sorted(List<BreakGlassCase> paths, Instant now) {
        return paths.stream()
                .sorted(Comparator.comparing((BreakGlassCase it) -> it.open().isEmpty())
                        .thenComparing(it -> !it.needsSomebody(now))
                        .thenComparing(it -> it.due().at()))
                .toList();
    }

    /// What a drill came to, and where its evidence is.
    private record Drilled(DrillReport report, Evidence.Written written) {}

    /// The use of the selected path that is checked out here.
    Optional<PathUse> here() {
        return cases.selected().get().flatMap(this::here);
    }

    private Optional<PathUse> here(BreakGlassCase one) {
        return one.open().stream()
                .filter(use -> desk.checkOuts().isHere(use.id()))
                .findFirst();
    }

    /// To drill it, or to check it out: a drill would replace what a session that is out here is closed with.
    Availability mayOpen() {
        return cases.mayAct(one -> here(one).isEmpty(), MESSAGES.text("out.not"));
    }

    /// Also while something is done with another path: a session that is out is not kept open by that.
    Availability mayCheckIn() {
        return cases.writable()
                .and(Availability.unless(cases.selected().get().isEmpty(), MESSAGES.text("select.first")))
                .and(Availability.unless(here().isEmpty(), MESSAGES.text("in.not")))
                .and(Availability.unless(
                        here().filter(use -> work.isGoing(checkInJob(use.id()))).isPresent(), MESSAGES.text("busy")));
    }

    ObservableValue<Availability> checkingIn() {
        return Bindings.createObjectBinding(this::mayCheckIn, cases.selected(), cases.content(), checkIns);
    }

    /// The name of the work while a use is checked in.
    static String checkInJob(String use) {
        return KIND + "-in " + use;
    }

    /// @param holders who open the envelope; their passphrases are wiped whatever comes of it, as is the approver's
    void checkOut(OfficerLogin officer, List<OfficerLogin> holders, UseOrder order, Recipient to) {
        checkInsTold.forget(order.path());
        List<Secret> lent = Stream.concat(holders.stream(), order.approver().stream())
                .map(OfficerLogin::passphrase)
                .toList();
        cases.act(
                MESSAGES.text("out.opening", order.path()),
                officer,
                lent,
                progress -> desk.checkOuts().open(officer, holders, order, to, this::over, progress),
                out -> cases.tellGood(words(out)));
    }

    private static String words(CheckedOut out) {
        return out.wrapping()
                .map(it -> MESSAGES.text(
                        "out.wrapped",
                        out.use().path(),
                        out.officer(),
                        out.file(),
                        Words.clock(it.until()),
                        it.madeAt().toString()))
                .orElseGet(() -> MESSAGES.text("out.open", out.use().path(), out.officer(), out.file()));
    }

    void checkIn(PathUse use) {
        checkInsTold.forget(use.path());
        Job<CheckedIn> job = new Job<>(
                checkInJob(use.id()),
                MESSAGES.text("in.closing", use.path()),
                progress -> desk.checkOuts().checkIn(use.id(), progress),
                in -> ended(() -> tell(in)),
                failure -> ended(() -> notIn(use, failure.sentence())));
        work.start(job, () -> ended(() -> notIn(use, MESSAGES.text("cancelled"))));
        checkIns.set(checkIns.get() + 1);
    }

    private void notIn(PathUse use, String why) {
        checkInsTold.tell(use.path(), false, MESSAGES.text("in.not-done", use.path(), why));
    }

    private void ended(Runnable tell) {
        checkIns.set(checkIns.get() + 1);
        tell.run();
        changed.run();
    }

    /// Those with a key here who took no part in a use.
    List<Officer> reviewers(PathUse use) {
        return cases.signers().stream()
                .filter(officer -> !use.isOf(officer.name()))
                .toList();
    }

    Availability mayReview(PathUse use) {
        return cases.mayAct(_ -> !reviewers(use).isEmpty(), MESSAGES.text("review.nobody"));
    }

    void review(OfficerLogin officer, PathUse use, String remark) {
        cases.act(
                MESSAGES.text("review.entering", use.id()),
                officer,
                List.of(),
                _ -> desk.emergencyUses().review(officer, use.path(), use.id(), remark),
                reviewed -> cases.tellGood(MESSAGES.text(
                        "review.done", use.id(), reviewed.reviewer().orElse(""))));
    }

    /// Told from another thread: its time was over.
    private void over(CheckedIn in) {
        work.tell(() -> {
            tell(in);
            changed.run();
        });
    }

    private void tell(CheckedIn in) {
        String path = in.use().path();
        String words = in.broke()
                .map(broke -> MESSAGES.text("in.failed", path, broke.stage().words(), broke.sentence(), broke.next()))
                .orElseGet(() ->
                        MESSAGES.text("in.done", path, in.stages().getLast().sentence()));
        checkInsTold.tell(path, in.broke().isEmpty(), words);
    }

    /// @param holders who open the envelope; their passphrases are wiped whatever comes of it
    void drill(OfficerLogin officer, List<OfficerLogin> holders) {
        String name = cases.selected().get().map(it -> it.path().name()).orElseThrow();
        checkInsTold.forget(name);
        cases.act(
                MESSAGES.text("drilling", name),
                officer,
                holders.stream().map(OfficerLogin::passphrase).toList(),
                progress -> {
                    DrillReport report = desk.breakGlasses().drill(officer, holders, name, progress);
                    return new Drilled(
                            report,
                            desk.drillEvidence()
                                    .write(report, desk.breakGlasses().find(name)));
                },
                this::tell);
    }

    /// What did not go is told above all else.
    private void tell(Drilled drilled) {
        DrillReport report = drilled.report();
        report.broke()
                .ifPresentOrElse(
                        broke -> cases.tell(sentence(drilled, broke)),
                        () -> cases.tellGood(MESSAGES.text(
                                "passed.drill", report.path(), drilled.written().pdf())));
    }

    private static String sentence(Drilled drilled, StageResult broke) {
        return MESSAGES.text(
                "failed.drill",
                drilled.report().path(),
                broke.stage().words(),
                broke.sentence(),
                broke.next(),
                drilled.written().pdf());
    }
}
