package dev.curfew.governance.request.bulk;

import dev.curfew.governance.request.Review;
import java.util.Collection;
import java.util.List;

/// Waiting requests of one shape, as they are shown before anybody signs.
///
/// @param shape what they have in common
/// @param reviews those that got the same answer and would add the same, the first asked first
/// @param aside those of the shape that did not
public record Alike(Shape shape, List<Review> reviews, List<Left> aside) {
    public Alike {
        reviews = List.copyOf(reviews);
        aside = List.copyOf(aside);
    }

    /// The same with these requests alone, by their ids.
    public Alike only(Collection<String> ids) {
        return new Alike(
                shape,
                reviews.stream()
                        .filter(review -> ids.contains(review.request().id()))
                        .toList(),
                aside);
    }
}
