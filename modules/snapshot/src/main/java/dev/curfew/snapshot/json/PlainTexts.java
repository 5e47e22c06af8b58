package dev.curfew.snapshot.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// The types that are one text: times (ISO 8601, to the nanosecond), ids, source names, addresses.
final class PlainTexts extends SimpleModule {
    private static final long serialVersionUID = 1;

    PlainTexts() {
        super("curfew");
        plain(Instant.class, Instant::parse);
        plain(Duration.class, Duration::parse);
        plain(URI.class, URI::create);
        plain(SourceName.class, SourceName::new);
        plain(IdentityId.class, text -> Ids.read(text, IdentityId::new));
        plain(CredentialId.class, text -> Ids.read(text, CredentialId::new));
        plain(PolicyId.class, text -> Ids.read(text, PolicyId::new));
        plain(ResourceId.class, text -> Ids.read(text, ResourceId::new));
    }

    private <T> void plain(Class<T> type, Function<String, T> parse) {
        addSerializer(type, new ToStringSerializer(type));
        addDeserializer(type, new Parsed<>(type, parse));
    }

    private static final class Parsed<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = _parseString(json, context, this);
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw context.weirdStringException(text, (Class<T>) handledType(), e.getMessage());
            }
        }
    }
}
