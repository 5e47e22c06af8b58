package dev.curfew.snapshot.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import java.util.List;
import java.util.Locale;

/// How each type of the model looks in JSON.
final class Mapping {
    /// Told apart by a property `is`, the case's name.
    private static final List<Class<?>> SEALED =
            List.of(Ownership.class, Expiry.class, Usage.class, ProbeOutcome.class, ListingEvidence.class, Proof.class);

    /// The longest text of a row; see the column `body`.
    private static final int STRING_CHARACTERS_MAX = 1_000_000;

    private Mapping() {}

    static ObjectMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .annotationIntrospector(new NothingIsNull())
                .addModule(new PlainTexts())
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfig(LogicalType.Textual, Mapping::onlyText)
                .addMixIn(Grant.class, GrantMixIn.class);
        for (Class<?> type : SEALED) {
            mapper.addMixIn(type, SealedMixIn.class);
            for (Class<?> one : type.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(one, nameOf(one)));
            }
        }
        ObjectMapper built = mapper.build();
        built.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(STRING_CHARACTERS_MAX)
                        .build());
        return built;
    }

    /// A number is no text.
    private static void onlyText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /// `OwnerGone` is `owner-gone`.
    private static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface SealedMixIn {}

    /// The one property whose type does not say what kind of id it is.
    @SuppressWarnings("UnusedMethod") // Jackson reads its annotations.
    private interface GrantMixIn {
        @JsonSerialize(using = AnyId.Writer.class)
        @JsonDeserialize(using = AnyId.Reader.class)
        EntityId subject();
    }
}
