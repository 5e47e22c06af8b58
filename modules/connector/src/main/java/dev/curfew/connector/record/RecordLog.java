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
import java.util.function.Predicate;

/// A record in files, on this machine or where it was brought to. It is read as a stream: what is kept of it is what
/// somebody did.
///
/// @param <T> as of [Entry]
/// @param where a folder, or a file; with a file is read what was rotated away from it
public record RecordLog<T>(RecordForm<T> form, Path where, InstantSource clock) {
    private static final Messages MESSAGES = Messages.of(RecordLog.class);
    private static final int PROGRESS_EVERY = 10_000;

    /// What of a record was read.
    ///
    /// @param record what was read, for a person
    /// @param from when the first entry is of
    /// @param unread what could not be read, in words
    /// @param silences where nothing is in it, in words
    public record Told(String record, Optional<Instant> from, List<String> unread, List<String> silences) {
        public Told {
            unread = List.copyOf(unread);
            silences = List.copyOf(silences);
        }
    }

    /// @param called what such a record is called: `audit log`
    /// @param lagMax as in `Timeline.lagMax`
    /// @throws SourceException if nothing of it can be read
    public Timeline follow(Follower<T> follower, String called, Duration lagMax, Instant since, Progress progress)
            throws InterruptedException {
        Told told = read(follower::take, called, since, progress);
        Deeds deeds = follower.deeds();
        List<String> gaps = new ArrayList<>(follower.gaps());
        gaps.addAll(deeds.gaps());
        gaps.addAll(told.unread());
        gaps.addAll(told.silences());
        return new Timeline(
                deeds.inOrder(), deeds.callers(), told.record(), lagMax, told.from(), follower.caveats(), gaps);
    }

    /// Hands on each entry, whosever it is, in the order of time.
    ///
    /// @param take answers false for one that cannot be read
    /// @param called as in [#follow]
    /// @throws SourceException if nothing of it can be read
    public Told read(Predicate<T> take, String called, Instant since, Progress progress) throws InterruptedException {
        List<RecordFile> files = RecordFiles.of(where, form::holds);
        Unread unread = new Unread();
        Horizon horizon = new Horizon(since);
        try (Merged<T> merged = Merged.of(files, form, unread)) {
            long done = 0;
            for (Optional<Merged.Found<T>> found = merged.next(); found.isPresent(); found = merged.next()) {
                if (++done % PROGRESS_EVERY == 0) {
                    progress.at(called, done, -1);
                }
                stopIfInterrupted();
                Entry.Whole<T> entry = found.get().entry();
                horizon.note(entry.at());
                if (!take.test(entry.value())) {
                    unread.line(found.get().file(), entry.line());
                }
            }
        }
        // Whoever interrupts it closes the file that is read, which looks like one that cannot be read.
        stopIfInterrupted();
        if (unread.files() == files.size() && horizon.from().isEmpty()) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unreadable", where));
        }
        return new Told(
                MESSAGES.text("record", called, where, files.size()),
                horizon.from(),
                unread.gaps(),
                horizon.gaps(clock.instant()));
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
