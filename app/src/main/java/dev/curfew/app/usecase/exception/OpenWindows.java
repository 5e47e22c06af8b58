package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.idle.IdleWindows;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.issue.Shortening;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Windows, and their end.
public final class OpenWindows {
    private final Books books;
    private final Officers officers;
    private final Windows windows;
    private final Shortening shortening;
    private final IdleWindows idle;
    private final SourceTimes times;

    public OpenWindows(
            Books books,
            Officers officers,
            Windows windows,
            Shortening shortening,
            IdleWindows idle,
            SourceTimes times) {
        this.times = times;
        this.books = books;
        this.officers = officers;
        this.windows = windows;
        this.shortening = shortening;
        this.idle = idle;
    }

    /// All, the ended too, in the order of their opening.
    public List<Window> list() {
        return windows.all();
    }

    /// By window, the one that gives its holder the same access while or after it ends, and lasts longest.
    public Map<String, Window> covers() {
        return books.read(Covers::of);
    }

    /// How far the source's clock was ahead of this machine's when it was last looked at, behind where negative. Empty
    /// if it was not looked at yet, or does not tell: then this machine's decides.
    public Optional<Duration> clockAhead(SourceName source) {
        return times.ahead(source);
    }

    /// Enters the end of the windows whose time is over, each with its evidence; none if none is due.
    ///
    /// @throws Refused if the workspace is read-only
    public List<Closure> closeDue() throws InterruptedException {
        books.requireWritable();
        return windows.due();
    }

    /// Ends the windows that went unused for as long as their requests let them, as far as their sources tell.
    ///
    /// @throws Refused if the workspace is read-only
    public List<Closure> closeUnused() throws InterruptedException {
        books.requireWritable();
        return idle.due();
    }

    /// Ends a window before its time, as it should end.
    ///
    /// @throws Refused if it has ended, or the source may not be acted on
    /// @throws dev.curfew.model.port.SourceException if the source refused
    public Closure endEarly(OfficerLogin officer, String windowId) throws InterruptedException {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(windows.endEarly(windowId, key.officer()));
        }
    }

    /// Brings a window's end forward. From then on Curfew ends it, and its source only when it would have anyway.
    ///
    /// @throws Refused if it has ended, would not become shorter, or the source may not be acted on
    public Window shorten(OfficerLogin officer, String windowId, Instant to) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(shortening.shorten(windowId, to, key.officer()));
        }
    }
}
