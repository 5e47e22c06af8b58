package dev.curfew.model.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// By what somebody names whom a signal is about.
///
/// @param issuer of whose subjects it is one; empty for every other form
public record SignalSubject(Form form, String value, String issuer) {
    /// The longest id that a source has, an ARN, is 2,048 characters.
    private static final int CHARACTERS_MAX = 2_048;

    /// How it names; after RFC 9493 where that has a format.
    public enum Form {
        /// `<source>:<native id>`, a native id, or a credential's fingerprint.
        ID,
        /// A subject of an issuer (`iss_sub`).
        ISSUER_SUBJECT,
        /// `email`, and `account`, whose URI is `acct:` and then the same.
        EMAIL,
        /// `owner/name`, as its forge writes it.
        REPOSITORY,
        /// A `SecretPlace`: of the secret nothing is said but where it stands.
        PLACE,
        /// A form by which Curfew knows nobody.
        OTHER
    }

    public SignalSubject {
        if (value.isBlank() || value.length() > CHARACTERS_MAX || issuer.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("a subject has 1 to " + CHARACTERS_MAX + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl) || issuer.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is on one line");
        }
    }

    public static SignalSubject of(Form form, String value) {
        return new SignalSubject(form, value, "");
    }

    /// For a person.
    public String words() {
        if (form == Form.PLACE) {
            return SecretPlace.of(value).map(SecretPlace::words).orElse(value);
        }
        return issuer.isEmpty() ? value : value + " (" + issuer + ")";
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", form.name());
        json.put("value", value);
        json.put("issuer", issuer);
        return json;
    }

    /// What [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException for anything else
    public static SignalSubject of(Map<?, ?> json) {
        return new SignalSubject(
                Form.valueOf(Objects.toString(json.get("form"), "")),
                Objects.toString(json.get("value"), ""),
                Objects.toString(json.get("issuer"), ""));
    }
}
