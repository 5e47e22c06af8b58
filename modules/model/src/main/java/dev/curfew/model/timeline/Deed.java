package dev.curfew.model.timeline;

import java.time.Instant;

/// Something that somebody did, or tried to do; several of one sort in a row are one.
///
/// @param first when, by the source's clock
/// @param last the same where it was done once
/// @param times at least one
/// @param target in the source's own words: a path, an object
/// @param detail what else it tells: the credential that was made; empty where there is nothing
/// @param from where it came from
/// @param by which credential, where it is another one than was asked about: one that it made; empty otherwise
/// @param succeeded false for what was refused or failed
public record Deed(
        Instant first,
        Instant last,
        long times,
        DeedKind kind,
        String target,
        String detail,
        Origin from,
        String by,
        boolean succeeded) {

    public Deed {
        if (times < 1 || last.isBefore(first)) {
            throw new IllegalArgumentException("done at least once, and not last before first");
        }
    }

    public static Deed once(
            Instant at, DeedKind kind, String target, String detail, Origin from, String by, boolean succeeded) {
        return new Deed(at, at, 1, kind, target, detail, from, by, succeeded);
    }

    /// Whether the other, which was done later, is more of the same.
    public boolean isLike(Deed later) {
        return kind == later.kind
                && succeeded == later.succeeded
                && target.equals(later.target)
                && detail.equals(later.detail)
                && from.equals(later.from)
                && by.equals(later.by);
    }

    /// Both as one.
    public Deed and(Deed later) {
        return new Deed(first, later.last, times + later.times, kind, target, detail, from, by, succeeded);
    }
}
