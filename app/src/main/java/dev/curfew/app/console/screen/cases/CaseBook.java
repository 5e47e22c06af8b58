package dev.curfew.app.console.screen.cases;

import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How one kind of case is read. All of it runs in the background.
///
/// @param name tells the background work of two kinds apart
/// @param words the kind's own: `loading`, `reviewing`, `cancelled`, `readonly`, `officer.first`, `select.first`,
///     `busy`, `review.missing`
/// @param list in the order in which they are shown
/// @param reviewed whether there is still something to decide on, so that the case is worked out for whoever does
/// @param review works out what is decided on, here and now
public record CaseBook<C, R>(
        String name,
        Messages words,
        Supplier<List<C>> list,
        Function<C, String> id,
        Predicate<C> reviewed,
        Reviewing<C, R> review) {

    /// Works a case out.
    @FunctionalInterface
    public interface Reviewing<C, R> {
        R review(C one) throws InterruptedException;
    }
}
