package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.breakglass.status.UseStatus;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Who knows and what is done where a path is open: asked again and again while the path is looked at.
final class LiveStatus {
    private static final Messages MESSAGES = Messages.of(LiveStatus.class);
    private static final String JOB = "break-glass-live";

    /// As often as `break-glass status --follow` looks.
    private static final Duration EVERY = Duration.ofSeconds(2);

    /// How it was when it was last asked.
    ///
    /// @param status empty until it was asked with success
    /// @param at when that was; while it was never asked with success, when it was tried last
    /// @param trouble why it could not be asked since; empty if it could
    record Seen(Optional<PathStatus> status, Instant at, String trouble) {
        Optional<UseStatus> of(PathUse use) {
            return status.flatMap(it ->
                    it.open().stream().filter(one -> one.id().equals(use.id())).findFirst());
        }
    }

    private final Work work;
    private final Desk desk;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String path = "";
    private boolean asking;
    private Instant next = Instant.MIN;

    /// @param changed called when what is open is not what is shown
    LiveStatus(Work work, Desk desk, Runnable changed) {
        this.work = work;
        this.desk = desk;
        this.changed = changed;
    }

    /// Empty until it was asked, and where nothing is open.
    ReadOnlyObjectProperty<Optional<Seen>> seen() {
        return seen.getReadOnlyProperty();
    }

    /// To be called again and again.
    ///
    /// @param one that is looked at
    void follow(Optional<BreakGlassCase> one, Instant now) {
        Optional<BreakGlassCase> open = one.filter(it -> !it.open().isEmpty());
        String wanted = open.map(it -> it.path().name()).orElse("");
        if (!wanted.equals(path)) {
            work.cancel(JOB);
            path = wanted;
            asking = false;
            next = Instant.MIN;
            seen.set(Optional.empty());
        }
        if (!asking && !now.isBefore(next)) {
            open.ifPresent(it -> ask(it, now));
        }
    }

    private void ask(BreakGlassCase one, Instant now) {
        asking = true;
        next = now.plus(EVERY);
        work.glance(new Job<>(
                JOB,
                MESSAGES.text("live"),
                _ -> desk.emergencyStatuses().list(one.path().name()).getFirst(),
                status -> answered(one, status, now),
                failure -> unanswered(failure, now)));
    }

    private void answered(BreakGlassCase one, PathStatus status, Instant now) {
        asking = false;
        seen.set(Optional.of(new Seen(Optional.of(status), now, "")));
        List<String> open = status.open().stream().map(UseStatus::id).toList();
        if (!open.equals(one.open().stream().map(PathUse::id).toList())) {
            changed.run();
        }
    }

    private void unanswered(Failure failure, Instant now) {
        asking = false;
        Optional<Seen> before = seen.get().filter(it -> it.status().isPresent());
        seen.set(Optional.of(
                new Seen(before.flatMap(Seen::status), before.map(Seen::at).orElse(now), failure.sentence())));
    }
}
