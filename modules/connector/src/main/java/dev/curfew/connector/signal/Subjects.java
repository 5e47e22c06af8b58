package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.SignalSubject.Form;
import java.util.ArrayList;
import java.util.List;

/// Reads subject identifiers (RFC 9493), and two more formats of Curfew's own: `id` and `repository`.
final class Subjects {
    private static final String ACCT = "acct:";

    private Subjects() {}

    /// What names nobody here, such as a phone number or a format that is not known, is kept by its format alone: it
    /// may be a person's.
    ///
    /// @throws IllegalArgumentException for what is no subject identifier
    static List<SignalSubject> read(JsonNode json) {
        String format = text(json, "format");
        return switch (format) {
            case "aliases" -> aliases(json);
            default -> List.of(one(format, json));
        };
    }

    /// RFC 9493, section 3.2.8: aliases are not nested, and name the same one.
    private static List<SignalSubject> aliases(JsonNode json) {
        List<SignalSubject> all = new ArrayList<>();
        for (JsonNode each : json.path("identifiers")) {
            String format = text(each, "format");
            if (format.equals("aliases")) {
                throw new IllegalArgumentException("aliases in aliases");
            }
            all.add(one(format, each));
        }
        return all;
    }

    private static SignalSubject one(String format, JsonNode json) {
        return switch (format) {
            case "iss_sub" -> new SignalSubject(Form.ISSUER_SUBJECT, text(json, "sub"), text(json, "iss"));
            case "email" -> SignalSubject.of(Form.EMAIL, text(json, "email"));
            case "account" -> account(text(json, "uri"));
            case "opaque", "id" -> SignalSubject.of(Form.ID, text(json, "id"));
            case "uri" -> SignalSubject.of(Form.ID, text(json, "uri"));
            case "repository" -> SignalSubject.of(Form.REPOSITORY, text(json, "repository"));
            default -> SignalSubject.of(Form.OTHER, format);
        };
    }

    /// RFC 9493, section 3.2.1: the URI of an account is an `acct` URI (RFC 7565).
    private static SignalSubject account(String uri) {
        if (!uri.startsWith(ACCT)) {
            throw new IllegalArgumentException("no acct URI");
        }
        return SignalSubject.of(Form.EMAIL, uri.substring(ACCT.length()));
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.asText();
    }
}
