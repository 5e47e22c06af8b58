package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.kubernetes.json.Doc;
import java.util.Optional;

/// What a cluster answers who asks whom it takes them for.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#self-subject-review>
public final class SelfReview {
    /// Whoever shows nothing that it looks at, where it lets them in.
    public static final String NOBODY = "system:anonymous";

    private SelfReview() {}

    /// Empty where they are nobody, or what answered is no cluster.
    public static Optional<String> user(Doc review) {
        return Optional.of(review.at("status", "userInfo").text("username"))
                .filter(name -> !name.isEmpty() && !name.equals(NOBODY));
    }
}
