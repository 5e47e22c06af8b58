package dev.curfew.governance.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Reads playbooks, and takes nothing that it does not know: whoever signs one sees all that it says.
public final class PlaybookReader {
    /// A purpose is a sentence or two.
    private static final int PURPOSE_MAX = 500;

    /// As many as a ceiling lets through in its shortest time: more are not read before they are signed.
    private static final int LISTED_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PlaybookReader() {}

    /// @throws PlaybookTextException if it is none; says every problem, each with its path
    public static Playbook read(String text) throws PlaybookTextException {
        PlaybookFields fields = new PlaybookFields(tree(text));
        Playbook playbook = fields.isObject() ? of(fields) : null;
        if (playbook == null || !fields.problems().isEmpty()) {
            throw new PlaybookTextException(fields.problems());
        }
        return playbook;
    }

    private static JsonNode tree(String text) throws PlaybookTextException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String at = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new PlaybookTextException(List.of(new PlaybookProblem(at, e.getOriginalMessage())), e);
        }
    }

    /// What is missing or wrong is filled in with something, so that all problems are told at once.
    private static Playbook of(PlaybookFields fields) {
        fields.only(
                "schema",
                "name",
                "purpose",
                "trigger",
                "scope",
                "acts",
                "ceiling",
                "signatures",
                "reviewWithin",
                "expiresAt");
        fields.text("schema", Playbook.SCHEMA::equals, "schema", Playbook.SCHEMA);
        String name = fields.text("name", Playbook::isName, "name", "x");
        String purpose = fields.text(
                "purpose",
                it -> !it.isBlank()
                        && it.length() <= PURPOSE_MAX
                        && it.codePoints().noneMatch(PlaybookFields::isHidden),
                "purpose",
                "x");
        Trigger trigger = fields.one("trigger", Trigger::named, "trigger", Trigger.LEAKED);
        List<String> acts = fields.texts("acts", LISTED_MAX, it -> true, "", List.of("x"));
        int signatures =
                fields.number("signatures", Playbook.SIGNATURES_MIN, Playbook.SIGNATURES_MAX, Playbook.SIGNATURES_MIN);
        Duration review = fields.span("reviewWithin", Ceiling.SHORTEST, Playbook.REVIEW_MAX);
        Instant expiresAt = fields.instant("expiresAt");
        return new Playbook(
                name, purpose, trigger, scope(fields), acts, ceiling(fields), signatures, review, expiresAt);
    }

    private static Scope scope(PlaybookFields fields) {
        PlaybookFields scope = fields.object("scope");
        if (scope.has("ids")) {
            scope.only("ids");
            return new Scope.Named(scope.texts("ids", LISTED_MAX, PlaybookReader::isWhole, "id", List.of("x:x")));
        }
        scope.only("sources", "kinds", "tags");
        List<String> sources = scope.texts("sources", LISTED_MAX, SourceName::isValid, "source", List.of("x"));
        List<String> kinds =
                scope.has("kinds") ? scope.texts("kinds", LISTED_MAX, it -> true, "", List.of()) : List.of();
        Map<String, String> tags = scope.has("tags") ? scope.object("tags").all(LISTED_MAX) : Map.of();
        return new Scope.Selected(sources, kinds, tags);
    }

    /// With its source: what is called so elsewhere, or later, is not meant.
    private static boolean isWhole(String id) {
        int colon = id.indexOf(':');
        return colon > 0 && colon < id.length() - 1 && SourceName.isValid(id.substring(0, colon));
    }

    private static Ceiling ceiling(PlaybookFields fields) {
        PlaybookFields ceiling = fields.object("ceiling");
        ceiling.only("identities", "credentials", "within");
        return new Ceiling(
                ceiling.number("identities", 1, Ceiling.MOST, 1),
                ceiling.number("credentials", 1, Ceiling.MOST, 1),
                ceiling.span("within", Ceiling.SHORTEST, Ceiling.LONGEST));
    }
}
