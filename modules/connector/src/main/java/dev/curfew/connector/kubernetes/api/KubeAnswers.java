package dev.curfew.connector.kubernetes.api;

import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.JsonReading;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads HTTP answers as Kubernetes means them.
///
/// <https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/>
final class KubeAnswers {
    private static final Messages MESSAGES = Messages.of(KubeAnswers.class);

    /// Enough for a sentence; what is longer is a stack or a page.
    private static final int WORDS_MAX = 300;

    /// A JSON Web Token, in case a server repeats one.
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,2}");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private KubeAnswers() {}

    static KubeAnswer of(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Unanswered none -> new KubeAnswer.Silent(none.detail());
            case HttpOutcome.Answered answer -> of(answer);
        };
    }

    private static KubeAnswer of(HttpOutcome.Answered answer) {
        Optional<Doc> body = JsonReading.object(answer.body());
        String words = body.map(KubeAnswers::words).orElse("");
        return switch (answer.meaning()) {
            case DONE ->
                body.<KubeAnswer>map(KubeAnswer.Done::new)
                        .orElseGet(() -> new KubeAnswer.Foreign(MESSAGES.text("not-json", answer.status())));
            case ELSEWHERE -> new KubeAnswer.Foreign(MESSAGES.text("redirected", answer.status()));
            case FAILED -> new KubeAnswer.Failed(MESSAGES.text("failed", answer.status(), words));
            case THROTTLED -> new KubeAnswer.Throttled(said("throttled", words));
            case REFUSED, NOT_FOUND, REJECTED -> refused(answer.status(), words, body.isPresent());
        };
    }

    /// A proxy before the server answers with a page; only a `Status` says that it is the server's own no.
    private static KubeAnswer refused(int status, String words, boolean isJson) {
        if (!isJson && status != 401) {
            return new KubeAnswer.Foreign(MESSAGES.text("not-json", status));
        }
        return switch (status) {
            case 401 -> new KubeAnswer.Unauthenticated(said("status", words, status));
            case 403 -> new KubeAnswer.Forbidden(said("status", words, status));
            case 404 -> new KubeAnswer.Absent(said("status", words, status));
            case 409 -> new KubeAnswer.Conflict(said("status", words, status));
            case 410 -> new KubeAnswer.Gone(said("status", words, status));
            default -> new KubeAnswer.Rejected(status, said("status", words, status));
        };
    }

    private static String said(String key, String words, Object... arguments) {
        return words.isEmpty() ? MESSAGES.text(key, arguments) : words;
    }

    private static String words(Doc status) {
        String safe = TOKEN.matcher(SPACE.matcher(status.text("message")).replaceAll(" "))
                .replaceAll("••••")
                .strip();
        return safe.length() <= WORDS_MAX ? safe : safe.substring(0, WORDS_MAX) + "…";
    }
}
