package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.action.OnceRead;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.policy.PolicyCheck;
import dev.curfew.app.usecase.policy.PolicyTest;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The policies in force, a draft of the next ones, and what is known of the draft.
final class PoliciesViewModel {

    /// What stands in the workspace.
    ///
    /// @param history newest first; the first is in force
    /// @param signers those whose keys are on this machine
    record Shown(List<SavedVersion> history, List<Officer> signers) {
        Shown {
            history = List.copyOf(history);
            signers = List.copyOf(signers);
        }

        PolicyVersion inForce() {
            return history.getFirst().version();
        }
    }

    /// What came of trying the draft before it is saved.
    ///
    /// @param replay of every past decision
    record Trial(List<PolicyCases.Result> cases, Replay.Result replay) {
        Trial {
            cases = List.copyOf(cases);
        }
    }

    private static final Messages MESSAGES = Messages.of(PoliciesViewModel.class);

    private final Work work;
    private final Desk desk;
    private final Runnable changed;
    private final Duration pause;
    private final Draft draft = new Draft();
    private final ReadOnlyObjectWrapper<Content<Shown>> content = new ReadOnlyObjectWrapper<>(new Content.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<PolicyCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content<List<PolicyCases.Result>>>> cases =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Content<Replay.Result>>> replay =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper acting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    /// @param changed called when the workspace has changed
    /// @param pause how long nothing is typed before what was typed is checked
    PoliciesViewModel(Work work, Desk desk, Runnable changed, Duration pause) {
        this.work = work;
        this.desk = desk;
        this.changed = changed;
        this.pause = pause;
        draft.onChange(this::typed);
    }

    Draft draft() {
        return draft;
    }

    ReadOnlyObjectProperty<Content<Shown>> content() {
        return content.getReadOnlyProperty();
    }

    /// Of the draft as it was typed last; empty until it was looked at once.
    ReadOnlyObjectProperty<Optional<PolicyCheck>> check() {
        return check.getReadOnlyProperty();
    }

    /// Empty: they were not run since the draft was changed.
    ReadOnlyObjectProperty<Optional<Content<List<PolicyCases.Result>>>> cases() {
        return cases.getReadOnlyProperty();
    }

    /// Empty: nothing was replayed since the draft was changed.
    ReadOnlyObjectProperty<Optional<Content<Replay.Result>>> replay() {
        return replay.getReadOnlyProperty();
    }

    /// What the last act came to, if not to what was wanted; empty: nothing to tell.
    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty acting() {
        return acting.getReadOnlyProperty();
    }

    /// Reads what is in force. A draft that somebody has begun stays.
    void load() {
        work.start(new Job<>(
                "policies",
                MESSAGES.text("loading"),
                _ -> new Shown(
                        SavedVersion.of(desk.policies().history()),
                        desk.officers().signers()),
                this::loaded,
                failure -> content.set(new Content.Failed<>(failure))));
    }

    private void loaded(Shown shown) {
        PolicyVersion now = shown.inForce();
        if (draft.isOvertakenBy(now)) {
            told.set(MESSAGES.text("overtaken", now.number(), now.savedBy()));
        }
        draft.follow(now);
        content.set(new Content.Ready<>(shown));
    }

    private void typed() {
        cases.set(Optional.empty());
        replay.set(Optional.empty());
        PolicyPack pack = draft.pack();
        work.start(new Job<>(
                "policies-check",
                MESSAGES.text("checking"),
                _ -> {
                    Thread.sleep(pause);
                    return PolicyCheck.of(pack);
                },
                found -> check.set(Optional.of(found)),
                failure -> told.set(failure.sentence())));
    }

    /// Brings an earlier version back as a draft: it is in force again once it is saved.
    void take(PolicyVersion version) {
        draft.set(version.pack());
    }

    void discard() {
        content.get().ready().map(Shown::inForce).ifPresent(this::take);
    }

    void runCases() {
        PolicyPack pack = draft.pack();
        cases.set(Optional.of(new Content.Loading<>()));
        work.start(
                new Job<>(
                        "policies-cases",
                        MESSAGES.text("running"),
                        _ -> PolicyTest.results(pack),
                        found -> cases.set(Optional.of(new Content.Ready<>(found))),
                        failure -> cases.set(Optional.of(new Content.Failed<>(failure)))),
                () -> cases.set(Optional.empty()));
    }

    void replayAll() {
        PolicyPack pack = draft.pack();
        replay.set(Optional.of(new Content.Loading<>()));
        work.start(
                new Job<>(
                        "policies-replay",
                        MESSAGES.text("replaying"),
                        progress -> desk.policies().replay(pack.policies(), progress),
                        found -> replay.set(Optional.of(new Content.Ready<>(found))),
                        failure -> replay.set(Optional.of(new Content.Failed<>(failure)))),
                () -> replay.set(Optional.empty()));
    }

    /// Runs the cases and replays everything, before anybody is asked to sign.
    ///
    /// @param passed gets both, if every case passes
    void attempt(Consumer<Trial> passed) {
        PolicyPack pack = draft.pack();
        told.set("");
        acting.set(true);
        work.start(
                new Job<>(
                        "policies-try",
                        MESSAGES.text("trying"),
                        progress -> new Trial(
                                PolicyTest.results(pack), desk.policies().replay(pack.policies(), progress)),
                        trial -> tried(trial, passed),
                        this::failed),
                () -> acting.set(false));
    }

    private void tried(Trial trial, Consumer<Trial> passed) {
        acting.set(false);
        cases.set(Optional.of(new Content.Ready<>(trial.cases())));
        replay.set(Optional.of(new Content.Ready<>(trial.replay())));
        long failures = trial.cases().stream().filter(one -> !one.passed()).count();
        if (failures > 0) {
            told.set(MESSAGES.text("cases.fail", failures));
        } else {
            passed.accept(trial);
        }
    }

    /// Puts the draft in force.
    void save(OfficerLogin login) {
        PolicyPack pack = draft.pack();
        told.set("");
        acting.set(true);
        work.start(
                new Job<>(
                        "policies-save",
                        MESSAGES.text("saving"),
                        _ -> {
                            try (var _ = login.passphrase()) {
                                return desk.policies().save(login, pack);
                            }
                        },
                        saved -> {
                            acting.set(false);
                            draft.saved(saved);
                            changed.run();
                        },
                        this::failed),
                () -> acting.set(false));
    }

    private void failed(Failure failure) {
        acting.set(false);
        told.set(failure.sentence());
    }

    List<Officer> signers() {
        return content.get().ready().map(Shown::signers).orElse(List.of());
    }

    /// Whether the draft can be tried.
    Availability mayTry() {
        return Availability.unless(content.get().ready().isEmpty(), MESSAGES.text("loading"))
                .and(Availability.unless(acting.get(), MESSAGES.text("busy")))
                .and(Availability.unless(
                        check.get().filter(PolicyCheck::isUsable).isEmpty(), MESSAGES.text("problems.first")));
    }

    Availability mayReplay() {
        return mayTry();
    }

    Availability mayDiscard() {
        return Availability.unless(!draft.isChanged(), MESSAGES.text("unchanged"));
    }

    Availability maySave() {
        return Availability.unless(desk.readOnly(), MESSAGES.text("readonly"))
                .and(OnceRead.of(content.get(), MESSAGES.text("loading")))
                .and(Availability.unless(signers().isEmpty(), MESSAGES.text("officer.first")))
                .and(mayDiscard())
                .and(mayTry());
    }

    /// Follows an availability as whatever it depends on changes.
    ObservableValue<Availability> following(Supplier<Availability> may) {
        return Bindings.createObjectBinding(may::get, content, check, acting, draft.policies(), draft.cases());
    }
}
