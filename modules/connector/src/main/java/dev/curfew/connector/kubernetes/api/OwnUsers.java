package dev.curfew.connector.kubernetes.api;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom the cluster takes Curfew for.
///
/// @param names of users, those of service accounts included
/// @param troubles in words
public record OwnUsers(Set<String> names, List<String> troubles) {
    /// The mark on what Curfew itself uses.
    public static final String MARK = "curfew:own";

    private static final Messages MESSAGES = Messages.of(OwnUsers.class);

    public OwnUsers {
        names = Set.copyOf(names);
        troubles = List.copyOf(troubles);
    }

    public static OwnUsers of(KubeAccess access, KubeSession reading) throws InterruptedException {
        Set<String> names = new HashSet<>();
        List<String> troubles = new ArrayList<>();
        ask(reading).ifPresent(names::add);
        try {
            access.actsAs().ifPresent(names::add);
        } catch (SourceException e) {
            troubles.add(String.valueOf(e.getMessage()));
        }
        try (KubeSession acting = access.actingIfKept().orElse(null)) {
            if (acting != null) {
                ask(acting).ifPresentOrElse(names::add, () -> troubles.add(MESSAGES.text("acting-unknown")));
            }
        } catch (SourceException e) {
            troubles.add(MESSAGES.text("acting-unusable", String.valueOf(e.getMessage())));
        }
        return new OwnUsers(names, troubles);
    }

    private static Optional<String> ask(KubeSession session) throws InterruptedException {
        return session.ask(KubePath.SELF_REVIEW, KubePath.SELF_REVIEW_BODY) instanceof KubeAnswer.Done done
                ? SelfReview.user(done.body())
                : Optional.empty();
    }
}
