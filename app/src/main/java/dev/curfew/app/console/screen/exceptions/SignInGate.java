package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.signin.SignInDialogs;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.request.Review;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Has officers sign in where the policies ask that who approves did so shortly before. It offers, and holds nobody up:
/// whether a sign-in counts is decided where the approval is entered.
final class SignInGate {

    private static final Messages MESSAGES = Messages.of(SignInGate.class);

    private final Session session;
    private final SignInDialogs dialogs;

    SignInGate(Session session) {
        this.session = session;
        dialogs = new SignInDialogs(session);
    }

    /// How shortly before somebody has to have signed in, who has not; empty where nobody has to.
    private Optional<Duration> wanted(Review review) {
        return review.judgement().decision() instanceof PolicyDecision.NeedsSignatures needs
                ? needs.missing().stream()
                        .map(Requirement::signedInWithin)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .filter(within -> !isFresh(within))
                : Optional.empty();
    }

    private boolean isFresh(Duration within) {
        return session.signedIn()
                .presence()
                .get()
                .isFresh(within, session.pulse().now().get());
    }

    /// Offers to sign in.
    Optional<Banner> banner(Review review) {
        return wanted(review)
                .map(within -> new Banner(
                        Tone.NOTE,
                        MESSAGES.text("sign-in.needed", Words.length(within)),
                        Action.of(
                                MESSAGES.text("sign-in"),
                                Material2OutlinedMZ.PERSON_OUTLINE,
                                () -> dialogs.open(() -> {}))));
    }

    /// Goes on at once, or once somebody signed in.
    void pass(Review review, Runnable then) {
        if (wanted(review).isPresent()) {
            dialogs.open(then);
        } else {
            then.run();
        }
    }
}
