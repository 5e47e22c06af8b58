package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.SelfReview;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;

/// Whether the cluster takes a token, by asking it whom it takes it for, which everyone may whom it knows.
final class Review {
    private static final Messages MESSAGES = Messages.of(Review.class);

    private Review() {}

    static ProbeOutcome of(KubeSession session, InstantSource clock) throws InterruptedException {
        KubeAnswer answer = session.ask(KubePath.SELF_REVIEW, KubePath.SELF_REVIEW_BODY);
        Instant at = clock.instant();
        return switch (answer) {
            case KubeAnswer.Done done ->
                SelfReview.user(done.body())
                        .<ProbeOutcome>map(user -> new ProbeOutcome.Accepted(at, MESSAGES.text("accepted", user)))
                        .orElseGet(() -> new ProbeOutcome.Indeterminate(at, MESSAGES.text("nobody")));
            case KubeAnswer.Unauthenticated refused ->
                new ProbeOutcome.Refused(at, RefusalClass.INVALID_CREDENTIAL, refused.words());
            // It is taken for nobody, as where it is not valid and anonymous calls are let in.
            case KubeAnswer.Forbidden refused -> new ProbeOutcome.Indeterminate(at, refused.words());
            case KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Throttled _,
                    KubeAnswer.Failed _,
                    KubeAnswer.Silent _,
                    KubeAnswer.Foreign _ -> new ProbeOutcome.Indeterminate(at, answer.words());
        };
    }
}
