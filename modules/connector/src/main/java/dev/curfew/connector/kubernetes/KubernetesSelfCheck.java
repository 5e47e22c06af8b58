package dev.curfew.connector.kubernetes;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.SelfReview;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.token.Jwt;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Optional;

/// Asks a cluster whom it takes a credential for, which everyone whom it knows may ask.
final class KubernetesSelfCheck implements SelfCheck {
    private static final Messages MESSAGES = Messages.of(KubernetesSelfCheck.class);

    private final KubeAccess access;

    KubernetesSelfCheck(KubeAccess access) {
        this.access = access;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        try (KubeSession session = access.own(credential)) {
            KubeAnswer answer = session.ask(KubePath.SELF_REVIEW, KubePath.SELF_REVIEW_BODY);
            return switch (answer) {
                case KubeAnswer.Done done -> standing(done.body(), session);
                case KubeAnswer.Unauthenticated refused -> new Standing.Refused(refused.words());
                case KubeAnswer.Forbidden _ -> new Standing.Works(MESSAGES.text("self.silent"), expiry(session));
                case KubeAnswer.Absent _,
                        KubeAnswer.Conflict _,
                        KubeAnswer.Gone _,
                        KubeAnswer.Rejected _,
                        KubeAnswer.Throttled _,
                        KubeAnswer.Failed _,
                        KubeAnswer.Silent _,
                        KubeAnswer.Foreign _ -> new Standing.Unclear(answer.words());
            };
        } catch (SourceException e) {
            return e.kind() == SourceException.Kind.REFUSED
                    ? new Standing.Refused(String.valueOf(e.getMessage()))
                    : new Standing.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(Doc review, KubeSession session) {
        Doc user = review.at("status", "userInfo");
        if (user.text("username").equals(SelfReview.NOBODY)) {
            return new Standing.Refused(MESSAGES.text("self.nobody"));
        }
        return SelfReview.user(review)
                .<Standing>map(name -> new Standing.Works(
                        MESSAGES.text("self.who", name, String.join(", ", user.texts("groups"))), expiry(session)))
                .orElseGet(() -> new Standing.Unclear(MESSAGES.text("self.foreign")));
    }

    /// A token says it itself, a certificate too; of another token nobody says it.
    private static Expiry expiry(KubeSession session) {
        Optional<Instant> shown = session.certificateEndsAt();
        if (shown.isPresent()) {
            return new Expiry.At(shown.get());
        }
        try (Secret token = session.token().orElse(null)) {
            Optional<Jwt> jwt = token == null ? Optional.empty() : Jwt.read(token);
            return jwt.<Expiry>map(it -> it.endsAt().<Expiry>map(Expiry.At::new).orElseGet(Expiry.Never::new))
                    .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("self.unsaid")));
        }
    }
}
