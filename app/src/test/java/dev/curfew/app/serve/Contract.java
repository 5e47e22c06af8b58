package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

/// `resources/openapi.json`, to which every answer is held. The schemas of OpenAPI 3.1 are JSON Schema 2020-12.
final class Contract {
    static final Path FILE = Path.of("..", "resources", "openapi.json");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    Contract() {
        try {
            document = JSON.readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails unless the document has this answer to this request.
    ///
    /// @param path with its leading `/v1`
    void check(String method, String path, int status, String contentType, String body) {
        JsonNode operation = operation(method, path);
        if (operation.isMissingNode()) {
            // what is not documented is not there
            assertThat(status).as(method + " " + path).isIn(404, 405, 403, 421, 503);
            valid(document.at("/components/schemas/Problem"), body, method + " " + path);
            return;
        }
        JsonNode content = operation
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path(contentType);
        assertThat(content.isMissingNode())
                .as("%s %s answered %d %s: %s", method, path, status, contentType, body)
                .isFalse();
        valid(content.path("schema"), body, method + " " + path + " " + status);
    }

    /// Whether the document takes this as a body.
    boolean takes(String method, String path, String body) {
        JsonNode schema = operation(method, path).at("/requestBody/content/application~1json/schema");
        return SCHEMAS.getSchema(whole(schema)).validate(tree(body)).isEmpty();
    }

    boolean documents(String method, String path, int status) {
        return operation(method, path).path("responses").has(String.valueOf(status));
    }

    private void valid(JsonNode schema, String body, String what) {
        assertThat(SCHEMAS.getSchema(whole(schema)).validate(tree(body)))
                .as(what + ": " + body)
                .isEmpty();
    }

    private ObjectNode whole(JsonNode schema) {
        ObjectNode whole = schema.<ObjectNode>deepCopy();
        whole.set("components", document.path("components"));
        return whole;
    }

    private JsonNode operation(String method, String path) {
        for (Iterator<String> templates = document.path("paths").fieldNames(); templates.hasNext(); ) {
            String template = templates.next();
            if (path.matches("/v1" + template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"))) {
                return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
            }
        }
        return document.path("missing");
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
