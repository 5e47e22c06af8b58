package dev.curfew.analysis.aws.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;

/// Reads policy documents strictly: an element that AWS does not have is an error, with the path to it.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
public final class PolicyDocumentReader {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String WITH_VARIABLES = "2012-10-17";
    private static final String WITHOUT_VARIABLES = "2008-10-17";

    private PolicyDocumentReader() {}

    /// @param name what decisions call the policy
    /// @throws PolicySyntaxException with the JSON path
    public static PolicyDocument read(String name, String text) throws PolicySyntaxException {
        try {
            return read(name, JSON.readTree(text));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new PolicySyntaxException("not JSON, line " + line + ", or an element is there twice");
        }
    }

    public static PolicyDocument read(String name, JsonNode document) throws PolicySyntaxException {
        if (!document.isObject()) {
            throw new PolicySyntaxException("$: an object is expected");
        }
        JsonNode versionNode = MissingNode.getInstance();
        JsonNode statement = MissingNode.getInstance();
        for (var field : document.properties()) {
            switch (field.getKey()) {
                case "Version" -> versionNode = field.getValue();
                case "Statement" -> statement = field.getValue();
                case "Id" -> {}
                default -> throw new PolicySyntaxException("$: unknown element " + field.getKey());
            }
        }
        String version = versionNode.asText(WITHOUT_VARIABLES);
        if (!version.equals(WITH_VARIABLES) && !version.equals(WITHOUT_VARIABLES)) {
            throw new PolicySyntaxException("$.Version: unknown version");
        }
        List<Statement> statements = new ArrayList<>(statement.size());
        if (statement.isObject()) {
            statements.add(statement(name, 0, statement, false, version));
        } else if (statement.isArray()) {
            for (JsonNode each : statement) {
                statements.add(statement(name, statements.size(), each, true, version));
            }
        } else {
            throw new PolicySyntaxException("$.Statement: an object or a list is expected");
        }
        return new PolicyDocument(name, statements);
    }

    private static Statement statement(String name, int position, JsonNode node, boolean listed, String version)
            throws PolicySyntaxException {
        return new StatementReader(node, position, listed, version.equals(WITH_VARIABLES)).read(name);
    }
}
