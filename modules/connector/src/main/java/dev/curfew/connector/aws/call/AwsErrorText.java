package dev.curfew.connector.aws.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.http.HttpOutcome;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.XmlInput;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// Reads the error documents of the Query protocol, `ErrorResponse/Error` and the older `Response/Errors/Error`, of S3,
/// which has `Error` alone, and those of the JSON protocols.
final class AwsErrorText {
    private static final String ERROR_TYPE = "x-amzn-errortype";
    private static final int CODE_CHARACTERS_MAX = 128;
    private static final int MESSAGE_CHARACTERS_MAX = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AwsErrorText() {}

    static AwsAnswer read(HttpOutcome.Answered answer) {
        String body = answer.body().stripLeading();
        Optional<String> type = answer.header(ERROR_TYPE);
        return body.startsWith("{") || type.isPresent()
                ? ofJson(answer.status(), type, body.isEmpty() ? "{}" : body)
                : ofXml(answer.status(), answer.body());
    }

    /// Services that are called by paths name the error in a header, or in `code`; the others in `__type`. Before it
    /// may stand a namespace, behind it an address
    /// (<https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization>).
    private static AwsAnswer ofJson(int status, Optional<String> header, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            String type = header.orElseGet(
                    () -> json.path("code").asText(json.path("__type").asText()));
            String name = type.split(":", 2)[0];
            String code = name.substring(name.indexOf('#') + 1);
            String message = json.path("message").asText(json.path("Message").asText());
            return code.isEmpty() || code.length() > CODE_CHARACTERS_MAX
                    ? foreign(status)
                    : failed(status, code, message);
        } catch (JsonProcessingException _) {
            return foreign(status);
        }
    }

    private static AwsAnswer foreign(int status) {
        return new AwsAnswer.Foreign(status, Messages.of(AwsErrorText.class).text("answer.foreign", status));
    }

    private static AwsAnswer ofXml(int status, String body) {
        return error(body)
                .<AwsAnswer>map(error -> failed(status, text(error, "Code"), text(error, "Message")))
                .orElseGet(() -> foreign(status));
    }

    private static AwsAnswer failed(int status, String code, String message) {
        AwsError error = AwsError.of(status, code, message);
        // A wrong signature's message can spell out what was signed, a session token included.
        String more = error == AwsError.DENIED && !message.isEmpty() ? ": " + shortened(message) : "";
        return new AwsAnswer.Failed(status, code, status + " " + code + more, error);
    }

    private static Optional<Map<String, Node>> error(String body) {
        try {
            Node root = XmlInput.readAny(body);
            return inside(root, "Error")
                    .or(() -> inside(root, "Errors")
                            .flatMap(errors ->
                                    Optional.ofNullable(errors.get("Error")).flatMap(AwsErrorText::fields)))
                    .or(() -> fields(root))
                    .filter(fields -> !text(fields, "Code").isEmpty()
                            && text(fields, "Code").length() <= CODE_CHARACTERS_MAX);
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Node>> inside(Node node, String name) {
        return fields(node)
                .flatMap(fields -> Optional.ofNullable(fields.get(name)))
                .flatMap(AwsErrorText::fields);
    }

    private static Optional<Map<String, Node>> fields(Node node) {
        return node instanceof Node.Fields fields ? Optional.of(fields.fields()) : Optional.empty();
    }

    private static String text(Map<String, Node> fields, String name) {
        return fields.get(name) instanceof Node.Text text ? text.value().strip() : "";
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_CHARACTERS_MAX
                ? message
                : message.substring(0, MESSAGE_CHARACTERS_MAX) + "…";
    }
}
