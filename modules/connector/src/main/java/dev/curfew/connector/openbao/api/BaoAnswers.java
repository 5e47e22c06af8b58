package dev.curfew.connector.openbao.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads HTTP answers as OpenBao means them.
final class BaoAnswers {
    private static final Messages MESSAGES = Messages.of(BaoAnswers.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Enough for a sentence; what is longer is a stack or a page.
    private static final int WORDS_MAX = 300;

    /// OpenBao's and Vault's tokens, in case a server repeats one.
    private static final Pattern TOKEN = Pattern.compile("\\b(?:hv)?[sbr]\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9]+)?");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// How a list of errors starts that went through the policy check.
    private static final Pattern LISTED_ERRORS = Pattern.compile("^\\d+ errors? occurred:\\s*\\*\\s*");

    private BaoAnswers() {}

    static BaoAnswer of(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Unanswered none -> new BaoAnswer.Silent(none.detail());
            case HttpOutcome.Answered answer -> ofAnswer(answer);
        };
    }

    private static BaoAnswer ofAnswer(HttpOutcome.Answered answer) {
        if (answer.meaning() == HttpOutcome.Meaning.ELSEWHERE) {
            return new BaoAnswer.Foreign(MESSAGES.text("redirected", answer.status()));
        }
        try {
            JsonNode body = answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return ofJson(answer, body);
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read, so it goes no further.
            return notJson(answer);
        }
    }

    /// A proxy before it may answer 429 and 5xx with a page.
    private static BaoAnswer notJson(HttpOutcome.Answered answer) {
        String words = MESSAGES.text("not-json", answer.status());
        return switch (answer.meaning()) {
            case THROTTLED -> new BaoAnswer.Throttled(MESSAGES.text("throttled"));
            case FAILED -> new BaoAnswer.Failed(words);
            case DONE, REFUSED, NOT_FOUND, REJECTED, ELSEWHERE -> new BaoAnswer.Foreign(words);
        };
    }

    private static BaoAnswer ofJson(HttpOutcome.Answered answer, JsonNode body) {
        List<String> errors = texts(body.path("errors"));
        return switch (answer.meaning()) {
            case DONE -> new BaoAnswer.Done(body, texts(body.path("warnings")));
            case REFUSED ->
                new BaoAnswer.Refused(
                        words(answer, errors),
                        errors.stream()
                                .anyMatch(error -> LISTED_ERRORS.matcher(error).find()));
            case NOT_FOUND ->
                isEmptyList(body, errors) ? new BaoAnswer.Empty() : new BaoAnswer.Absent(words(answer, errors));
            case THROTTLED -> new BaoAnswer.Throttled(errors.isEmpty() ? MESSAGES.text("throttled") : words(errors));
            case REJECTED -> new BaoAnswer.Rejected(answer.status(), words(answer, errors));
            case ELSEWHERE, FAILED ->
                new BaoAnswer.Failed(MESSAGES.text("failed", answer.status(), words(answer, errors)));
        };
    }

    private static boolean isEmptyList(JsonNode body, List<String> errors) {
        return body.path("errors").isArray() && errors.isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String words(HttpOutcome.Answered answer, List<String> errors) {
        return errors.isEmpty() ? MESSAGES.text("status", answer.status()) : words(errors);
    }

    private static String words(List<String> errors) {
        String joined = String.join(
                "; ",
                errors.stream()
                        .map(error -> LISTED_ERRORS.matcher(error).replaceFirst(""))
                        .map(error -> SPACE.matcher(error).replaceAll(" ").strip())
                        .toList());
        String safe = TOKEN.matcher(joined).replaceAll("••••");
        return safe.length() <= WORDS_MAX ? safe : safe.substring(0, WORDS_MAX) + "…";
    }
}
