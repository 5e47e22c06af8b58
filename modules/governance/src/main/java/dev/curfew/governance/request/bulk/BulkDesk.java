package dev.curfew.governance.request.bulk;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeyException;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Decides on requests of one shape one after another: each is looked at again, weighed by itself, and signed by
/// itself, or left with its reason. What was signed stays so whatever becomes of the rest.
public final class BulkDesk {
    /// Each is signed within the few minutes that a key stays unlocked; and nobody answers for a longer list.
    public static final int AT_ONCE_MAX = 200;

    private final Office office;
    private final RequestDesk desk;

    public BulkDesk(Office office, RequestDesk desk) {
        this.office = office;
        this.desk = desk;
    }

    /// The waiting requests that are of one shape with this one.
    ///
    /// @return them, or ILLEGAL_STATE if it does not wait, or as `RequestDesk.review`
    public Outcome<Alike> alike(String requestId) {
        return desk.review(requestId)
                .then(model -> model.request().state() == RequestState.PENDING
                        ? Outcome.done(alike(model))
                        : Outcome.refused(
                                Refusal.ILLEGAL_STATE,
                                requestId,
                                model.request().state().word(),
                                BulkWords.of("decided")));
    }

    private Alike alike(Review model) {
        Shape shape = Shape.of(model);
        Answered answered = Answered.of(model);
        List<Review> reviews = new ArrayList<>();
        List<Left> aside = new ArrayList<>();
        for (ExceptionRequest request : waiting(shape)) {
            switch (desk.review(request.id())) {
                case Outcome.Refused<Review>(Refusal _, String words) -> aside.add(new Left(request, words));
                case Outcome.Done<Review>(Review review) -> {
                    if (review.request().state() == RequestState.PENDING
                            && Shape.of(review).equals(shape)) {
                        whyAside(answered, review, reviews.size())
                                .ifPresentOrElse(why -> aside.add(new Left(request, why)), () -> reviews.add(review));
                    }
                }
            }
        }
        return new Alike(shape, reviews, aside);
    }

    private List<ExceptionRequest> waiting(Shape shape) {
        return office.unitOfWork().run(transaction -> transaction.requests().all()).stream()
                .filter(request -> request.state() == RequestState.PENDING && shape.mayFit(request))
                .sorted(Comparator.comparing(ExceptionRequest::requestedAt).thenComparing(ExceptionRequest::id))
                .toList();
    }

    private static Optional<String> whyAside(Answered answered, Review review, int before) {
        return answered.difference(review)
                .or(() -> before < AT_ONCE_MAX ? Optional.empty() : Optional.of(BulkWords.of("too-many", AT_ONCE_MAX)));
    }

    /// Approves what was shown, each as `RequestDesk.approve` does.
    ///
    /// @param voiceOf as `RequestDesk.approve`
    /// @param told of each request as soon as it is decided
    public void approve(Alike shown, OfficerKey officer, String voiceOf, Consumer<Decided> told) {
        each(shown, review -> desk.approve(review, officer, voiceOf), told);
    }

    /// Denies what was shown, each as `RequestDesk.deny` does.
    ///
    /// @param told of each request as soon as it is decided
    public void deny(Alike shown, OfficerKey officer, String remark, Consumer<Decided> told) {
        each(shown, review -> desk.deny(review, officer, remark), told);
    }

    private void each(Alike shown, Function<Review, Outcome<Receipt>> decision, Consumer<Decided> told) {
        shown.reviews().forEach(review -> told.accept(decided(review, decision)));
    }

    private Decided decided(Review shown, Function<Review, Outcome<Receipt>> decision) {
        try {
            return switch (asShown(shown).then(decision)) {
                case Outcome.Done<Receipt>(Receipt receipt) -> new Signed(shown.request(), receipt);
                case Outcome.Refused<Receipt>(Refusal _, String words) -> new Left(shown.request(), words);
            };
        } catch (OfficerKeyException e) {
            // The key locked itself meanwhile: the rest is told as not signed, with what was signed before.
            return new Left(shown.request(), String.valueOf(e.getMessage()));
        }
    }

    /// What was shown, if all that was shown of it is still so.
    private Outcome<Review> asShown(Review shown) {
        return desk.review(shown.request().id()).then(now -> {
            boolean same = now.request().equals(shown.request())
                    && Shape.of(now).equals(Shape.of(shown))
                    && Answered.of(shown).difference(now).isEmpty();
            return same
                    ? Outcome.done(shown)
                    : Outcome.refused(
                            Refusal.CHANGED_SINCE_SHOWN, shown.request().id());
        });
    }
}
