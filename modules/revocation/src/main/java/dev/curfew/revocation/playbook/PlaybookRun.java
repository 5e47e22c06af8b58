package dev.curfew.revocation.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// That a playbook was set off once.
///
/// @param plan the plan of revocation that it made, by which it is called
/// @param hash of the playbook as it was signed
/// @param key of what set it off
/// @param occasions as in `Match`
/// @param because the same in words
/// @param identities that it touches, by whole ids, as `credentials`
/// @param reviewBy until when somebody has to have looked at it
/// @param review empty until somebody did
public record PlaybookRun(
        String plan,
        String playbook,
        String hash,
        String key,
        List<String> occasions,
        String because,
        List<String> credentials,
        List<String> identities,
        Instant at,
        Instant reviewBy,
        Optional<Review> review) {
    public PlaybookRun {
        occasions = List.copyOf(occasions);
        credentials = List.copyOf(credentials);
        identities = List.copyOf(identities);
    }

    /// @param right whether it should have been done
    public record Review(String officer, Instant at, boolean right, String remark) {}

    PlaybookRun with(Optional<Review> review) {
        return new PlaybookRun(
                plan, playbook, hash, key, occasions, because, credentials, identities, at, reviewBy, review);
    }

    public boolean isOverdue(Instant now) {
        return review.isEmpty() && now.isAfter(reviewBy);
    }
}
