package dev.curfew.governance.attestation;

import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What an owner was asked.
///
/// @param workspace its id: an answer is of one workspace
/// @param owner as whoever asked named them
/// @param keys any of which signs the answer
/// @param by the officer who asks
/// @param due when an answer is not taken any more
/// @param text of the file, answers left open
public record Ask(
        String id,
        String workspace,
        String owner,
        List<SshKey> keys,
        List<Item> items,
        String by,
        Instant at,
        Instant due,
        String text) {
    /// A file that a person reads; with more, they are asked in several.
    public static final int ITEMS_MAX = 200;

    /// Shorter, and nobody has read it; longer, and what it says of use and reach is old.
    public static final Duration SHORTEST = Duration.ofHours(1);

    public static final Duration LONGEST = Duration.ofDays(90);

    /// One identity.
    ///
    /// @param owner as its tag names them
    public record Item(IdentityId identity, String owner) {
        private Map<String, Object> toJson() {
            return Map.of(
                    "source", identity.source().value(),
                    "nativeId", identity.nativeId(),
                    "owner", owner);
        }

        private static Item of(Map<?, ?> json) {
            return new Item(
                    new IdentityId(new SourceName(Ask.text(json, "source")), Ask.text(json, "nativeId")),
                    Ask.text(json, "owner"));
        }
    }

    public Ask {
        keys = List.copyOf(keys);
        items = List.copyOf(items);
    }

    /// Whether no answer is taken any more.
    public boolean isOver(Instant now) {
        return !now.isBefore(due);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("workspace", workspace);
        json.put("owner", owner);
        json.put("keys", keys.stream().map(SshKey::line).toList());
        json.put("identities", items.stream().map(Item::toJson).toList());
        json.put("by", by);
        json.put("at", at.toString());
        json.put("due", due.toString());
        json.put("text", text);
        return json;
    }

    /// What [#toJson] wrote.
    static Ask of(Map<?, ?> json) {
        return new Ask(
                text(json, "id"),
                text(json, "workspace"),
                text(json, "owner"),
                list(json, "keys").stream()
                        .map(line -> SshKey.parse(String.valueOf(line)).orElseThrow())
                        .toList(),
                list(json, "identities").stream()
                        .map(item -> Item.of((Map<?, ?>) item))
                        .toList(),
                text(json, "by"),
                Instant.parse(text(json, "at")),
                Instant.parse(text(json, "due")),
                text(json, "text"));
    }

    private static List<?> list(Map<?, ?> json, String name) {
        return json.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
