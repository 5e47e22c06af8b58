package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads HTTP answers as Keycloak means them.
final class KcAnswers {
    private static final Messages MESSAGES = Messages.of(KcAnswers.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Enough for a sentence; what is longer is a stack or a page.
    private static final int WORDS_MAX = 300;

    /// Tokens (RFC 7519) and Keycloak's secrets, of 32 to 128 letters and digits, in case a server repeats one.
    private static final Pattern SECRET = Pattern.compile("eyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)*|[A-Za-z0-9]{32,}");

    /// RFC 6750, section 3: where an endpoint answers 401 or 403 without a body.
    private static final Pattern CHALLENGED = Pattern.compile("\\b(error|error_description)=\"([^\"]*)\"");

    private KcAnswers() {}

    static KcAnswer of(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Unanswered none -> new KcAnswer.Silent(none.detail());
            case HttpOutcome.Answered answer -> ofAnswer(answer);
        };
    }

    private static KcAnswer ofAnswer(HttpOutcome.Answered answer) {
        if (answer.meaning() == HttpOutcome.Meaning.ELSEWHERE) {
            return new KcAnswer.Foreign(MESSAGES.text("redirected", answer.status()));
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
    private static KcAnswer notJson(HttpOutcome.Answered answer) {
        String words = MESSAGES.text("not-json", answer.status());
        return switch (answer.meaning()) {
            case THROTTLED -> new KcAnswer.Throttled(MESSAGES.text("throttled"));
            case FAILED -> new KcAnswer.Failed(words);
            case DONE, REFUSED, NOT_FOUND, REJECTED, ELSEWHERE -> new KcAnswer.Foreign(words);
        };
    }

    private static KcAnswer ofJson(HttpOutcome.Answered answer, JsonNode body) {
        String error = error(answer, body);
        String words = words(answer, body, error);
        return switch (answer.meaning()) {
            case DONE -> new KcAnswer.Done(body, made(answer));
            case REFUSED ->
                answer.status() == 401 ? new KcAnswer.Unaccepted(error, words) : new KcAnswer.Refused(error, words);
            case NOT_FOUND -> new KcAnswer.Absent(words);
            case THROTTLED -> new KcAnswer.Throttled(MESSAGES.text("throttled"));
            case REJECTED -> new KcAnswer.Rejected(answer.status(), error, words);
            case ELSEWHERE, FAILED -> new KcAnswer.Failed(MESSAGES.text("failed", words));
        };
    }

    private static String error(HttpOutcome.Answered answer, JsonNode body) {
        String told = body.path("error").asText();
        return told.isEmpty() ? challenge(answer, "error") : told;
    }

    /// The token endpoint says `error` and `error_description`, the admin API `error` or `errorMessage`.
    private static String words(HttpOutcome.Answered answer, JsonNode body, String error) {
        String told =
                body.path("error_description").asText(body.path("errorMessage").asText());
        String description = told.isEmpty() ? challenge(answer, "error_description") : told;
        StringBuilder words = new StringBuilder(String.valueOf(answer.status()));
        if (!error.isEmpty()) {
            words.append(' ').append(error);
        }
        if (!description.isEmpty()) {
            words.append(": ").append(description);
        }
        String safe = SECRET.matcher(words).replaceAll("••••");
        return safe.length() <= WORDS_MAX ? safe : safe.substring(0, WORDS_MAX) + "…";
    }

    private static String challenge(HttpOutcome.Answered answer, String name) {
        Matcher found = CHALLENGED.matcher(answer.header("www-authenticate").orElse(""));
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return found.group(2);
            }
        }
        return "";
    }

    private static String made(HttpOutcome.Answered answer) {
        String location = answer.header("location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
