package dev.curfew.snapshot.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.io.IOException;

/// An id of any kind, as `identity aws:arn:…`.
final class AnyId {

    private AnyId() {}

    static final class Writer extends StdSerializer<EntityId> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(EntityId.class);
        }

        @Override
        public void serialize(EntityId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(kindOf(id) + " " + id.text());
        }

        private static String kindOf(EntityId id) {
            return switch (id) {
                case IdentityId _ -> "identity";
                case CredentialId _ -> "credential";
                case PolicyId _ -> "policy";
                case ResourceId _ -> "resource";
            };
        }
    }

    static final class Reader extends StdDeserializer<EntityId> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(EntityId.class);
        }

        @Override
        public EntityId deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = _parseString(json, context, this);
            int space = text.indexOf(' ');
            String kind = space < 0 ? "" : text.substring(0, space);
            String id = text.substring(space + 1);
            return switch (kind) {
                case "identity" -> Ids.read(id, IdentityId::new);
                case "credential" -> Ids.read(id, CredentialId::new);
                case "policy" -> Ids.read(id, PolicyId::new);
                case "resource" -> Ids.read(id, ResourceId::new);
                default -> throw new IllegalArgumentException("an id starts with what it names");
            };
        }
    }
}
