package dev.curfew.analysis.aws.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
        Optional<JsonText> json = utf8(text).flatMap(JsonText::of);
        return read(name, json.isPresent() ? json.get() : parsed(text), JsonText.ROOT);
    }

    /// Empty for a text with half a character, as only an escape in some other text can have put it there.
    private static Optional<byte[]> utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean ascii = bytes.length == text.length();
        return ascii || new String(bytes, StandardCharsets.UTF_8).equals(text) ? Optional.of(bytes) : Optional.empty();
    }

    /// Of what is no plain JSON the parser tells what is wrong.
    private static JsonText parsed(String text) throws PolicySyntaxException {
        try {
            return JsonText.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new PolicySyntaxException("not JSON, line " + line + ", or an element is there twice");
        }
    }

    /// @param at where the document is
    public static PolicyDocument read(String name, JsonText json, int at) throws PolicySyntaxException {
        if (!json.isObject(at)) {
            throw new PolicySyntaxException("$: an object is expected");
        }
        int version = JsonText.NOWHERE;
        int statement = JsonText.NOWHERE;
        int field = json.first(at);
        for (int left = json.size(at); left > 0; left--) {
            int value = json.value(field);
            if (json.is(field, "Statement")) {
                statement = value;
            } else if (json.is(field, "Version")) {
                version = value;
            } else if (!json.is(field, "Id")) {
                throw new PolicySyntaxException("$: unknown element " + json.text(field));
            }
            field = json.after(value);
        }
        boolean variables = version >= 0 && json.is(version, WITH_VARIABLES);
        boolean without = version < 0 || json.isNull(version) || json.is(version, WITHOUT_VARIABLES);
        if (!variables && !without) {
            throw new PolicySyntaxException("$.Version: unknown version");
        }
        return new PolicyDocument(name, statements(name, json, statement, variables));
    }

    private static List<Statement> statements(String name, JsonText json, int at, boolean variables)
            throws PolicySyntaxException {
        if (at >= 0 && json.isObject(at)) {
            return List.of(new StatementReader(json, at, 0, false, variables).read(name));
        }
        if (at < 0 || !json.isList(at)) {
            throw new PolicySyntaxException("$.Statement: an object or a list is expected");
        }
        Statement[] statements = new Statement[json.size(at)];
        int each = json.first(at);
        for (int i = 0; i < statements.length; i++) {
            statements[i] = new StatementReader(json, each, i, true, variables).read(name);
            each = json.after(each);
        }
        return List.of(statements);
    }
}
