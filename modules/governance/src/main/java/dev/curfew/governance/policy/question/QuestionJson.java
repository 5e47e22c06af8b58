package dev.curfew.governance.policy.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.Map;

/// Questions as JSON, in which they are kept beside each decision, so that it can be asked again of other policies.
public final class QuestionJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantText()))
            .build();

    private QuestionJson() {}

    /// @throws IllegalArgumentException if a field is missing, unknown or of another type; says which
    public static Question read(JsonNode node) {
        return read(node, Question.class);
    }

    /// @throws IllegalArgumentException as [#read(JsonNode)]
    public static <T extends Record> T read(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /// @throws IllegalArgumentException as [#read(JsonNode)]
    public static Question read(String text) {
        try {
            return JSON.readValue(text, Question.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /// To be changed by whoever gets it.
    public static ObjectNode tree(Question question) {
        return JSON.valueToTree(question);
    }

    /// Canonical JSON.
    @SuppressWarnings("unchecked")
    public static String text(Record question) {
        return CanonicalJson.text(JSON.convertValue(question, Map.class));
    }

    private static final class InstantText extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantText() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
