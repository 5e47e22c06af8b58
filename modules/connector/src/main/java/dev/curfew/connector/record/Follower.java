package dev.curfew.connector.record;

import java.util.List;

/// Follows somebody through a record.
///
/// @param <T> as of [Entry]
public interface Follower<T> {

    /// Looks at an entry, whosever it is; they come in the order of time.
    ///
    /// @return false where it cannot be read
    boolean take(T entry);

    /// What they did, once all was taken.
    Deeds deeds();

    /// What no record of this form tells of anybody, in words.
    List<String> caveats();

    /// What this record does not tell of them, in words.
    List<String> gaps();
}
