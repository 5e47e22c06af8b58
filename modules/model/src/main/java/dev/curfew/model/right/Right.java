package dev.curfew.model.right;

import java.util.Comparator;
import java.util.List;

/// One statement of a policy of rights.
///
/// @param id the source's own name of it; empty where it has none
/// @param on the native id, in the same source, of a resource for `READ`, `WRITE`, `PERMISSIONS` and `ADMINISTER`, of
///     an
///     identity for `BECOME` and `MINT`, of a credential for `READ_SECRET`; or [Rights#WHOLE]. In a trust's document:
///     of
///     the identity that may become the trust's target
/// @param actions in the source's own words: `SELECT`
/// @param condition in words, what else must be the case for it to hold; empty: nothing
/// @param origin where the source keeps it, for example `pg_class.relacl`; may be empty
public record Right(String id, RightLevel level, String on, List<String> actions, String condition, String origin) {
    /// Whatever the order of reading, the text of a policy is one.
    static final Comparator<Right> ORDER = Comparator.comparing(Right::on)
            .thenComparing(Right::level)
            .thenComparing(Right::id)
            .thenComparing(right -> right.actions().toString())
            .thenComparing(Right::condition)
            .thenComparing(Right::origin);

    public Right {
        actions = List.copyOf(actions);
        if (on.isEmpty()) {
            throw new IllegalArgumentException("a right is on something");
        }
    }

    /// One that always holds.
    public static Right of(RightLevel level, String on, String... actions) {
        return new Right("", level, on, List.of(actions), "", "");
    }

    /// The same, where something else is the case.
    ///
    /// @param words empty: it always holds
    public Right provided(String words) {
        return new Right(id, level, on, actions, words, origin);
    }

    /// The same, as the source names it.
    public Right named(String name) {
        return new Right(name, level, on, actions, condition, origin);
    }

    /// The same, with where the source keeps it.
    public Right from(String place) {
        return new Right(id, level, on, actions, condition, place);
    }
}
