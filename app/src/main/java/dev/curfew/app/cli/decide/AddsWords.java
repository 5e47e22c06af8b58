package dev.curfew.app.cli.decide;

import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a request would add, in words.
public final class AddsWords {
    /// Named in full up to here; the rest is a count.
    private static final int NAMED_MAX = 10;

    private static final Messages MESSAGES = Messages.of(AddsWords.class);

    private AddsWords() {}

    /// What it would add, and what the policies say.
    static String now(Review review) {
        return adds(review.addsNow())
                + System.lineSeparator()
                + MESSAGES.text("policies", review.judgement().words());
    }

    /// The same, and what would get a better answer.
    static String of(Review review) {
        List<String> lines = new ArrayList<>(List.of(now(review)));
        if (!review.alternatives().isEmpty()) {
            lines.add(MESSAGES.text("alternatives"));
            review.alternatives().forEach(one -> lines.add(MESSAGES.text("alternative", one.words())));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /// What to do next with a request that was made.
    static String next(ExceptionRequest request) {
        return MESSAGES.text(
                request.state() == RequestState.APPROVED ? "request.allowed" : "request.next", request.id());
    }

    /// @param adds null if the snapshot does not hold what is asked for
    public static String adds(@Nullable AddedReach adds) {
        if (adds == null) {
            return MESSAGES.text("adds.unknown");
        }
        return MESSAGES.text(
                "adds",
                touched(adds),
                MESSAGES.text(adds.administrator() ? "adds.administrator" : "adds.no-administrator"),
                MESSAGES.text("mint." + adds.minting().answer(), adds.minting().reason()));
    }

    private static String touched(AddedReach adds) {
        if (adds.touched().isEmpty()) {
            return MESSAGES.text("adds.nothing");
        }
        String named = adds.touched().stream()
                .limit(NAMED_MAX)
                .map(one -> MESSAGES.text("adds.one", one.how().toLowerCase(Locale.ROOT), one.target()))
                .collect(Collectors.joining("; "));
        int more = adds.touched().size() - NAMED_MAX;
        return more > 0 ? MESSAGES.text("adds.more", named, more) : named;
    }
}
