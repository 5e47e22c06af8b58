package dev.curfew.app.usecase.notice;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A fault that is told once, when it becomes another, and when it is over; not each time that it is met.
public final class LastingFault {
    private @Nullable String met;

    /// Whether it is another than the one before, by its kind and its words.
    public boolean isNews(RuntimeException fault) {
        String words = fault.toString();
        boolean isNews = !words.equals(Objects.requireNonNullElse(met, ""));
        met = words;
        return isNews;
    }

    /// Whether there was one until now.
    public boolean isOver() {
        boolean isOver = met != null;
        met = null;
        return isOver;
    }
}
