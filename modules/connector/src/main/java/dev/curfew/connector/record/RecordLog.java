package dev.curfew.connector.record;

import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A record in files, on this machine or where it was brought to. It is read as a stream: what is kept of it is what
/// somebody did.
///
/// @param <T> as of [Entry]
/// @param where a folder, or a file; with a file is read what was rotated away from it
public record RecordLog<T>(RecordForm<T> form, Path where, InstantSource clock) {
    private static final Messages MESSAGES = Messages.of(RecordLog.class);
    private static final int PROGRESS_EVERY = 10_000;

    /// @param called what such a record is called: `audit log`
    /// @param lagMax as in `Timeline.lagMax`
    /// @throws SourceException if nothing of it can be read
    public Timeline follow(Follower<T> follower, String called, Duration lagMax, Instant since, Progress progress)
            throws InterruptedException {
        List<RecordFile> files = RecordFiles.of(where, form::holds);
        Unread unread = new Unread();
        Horizon horizon = new Horizon(since);
        try (Merged<T> merged = Merged.of(files, form, unread)) {
            long done = 0;
            for (Optional<Merged.Found<T>> found = merged.next(); found.isPresent(); found = merged.next()) {
                if (++done % PROGRESS_EVERY == 0) {
                    progress.at(called, done, -1);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Entry.Whole<T> entry = found.get().entry();
                horizon.note(entry.at());
                if (!follower.take(entry.value())) {
                    unread.line(found.get().file(), entry.line());
                }
            }
        }
        if (unread.files() == files.size() && horizon.from().isEmpty()) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unreadable", where));
        }
        List<String> gaps = new ArrayList<>(follower.gaps());
        gaps.addAll(unread.gaps());
        gaps.addAll(horizon.gaps(clock.instant()));
        return new Timeline(
                follower.deeds(), MESSAGES.text("record", called, where, files.size()), lagMax, horizon.from(), gaps);
    }
}
