package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one statement does to the roster.
public sealed interface RosterChange {

    /// The first statement of a roster.
    ///
    /// @param quorum how many officers sign the changes after it
    /// @param ledger leaf hash of the ledger's first entry, so that it founds the roster of no other workspace
    record Found(List<Member> members, int quorum, String ledger) implements RosterChange {
        public Found {
            members = List.copyOf(members);
        }
    }

    record Add(Member member) implements RosterChange {}

    /// Ends a key. What it signed and the ledger holds by then stays good; what comes later is void.
    record Revoke(String officer, String reason) implements RosterChange {}

    record Grant(String officer, String role) implements RosterChange {}

    record Take(String officer, String role) implements RosterChange {}

    record SetQuorum(int quorum) implements RosterChange {}

    /// @return in a fixed order, for canonical JSON
    default Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (this) {
            case Found(List<Member> members, int quorum, String ledger) -> {
                json.put("kind", "found");
                json.put("members", members.stream().map(Member::toJson).toList());
                json.put("quorum", quorum);
                json.put("ledger", ledger);
            }
            case Add(Member member) -> {
                json.put("kind", "add");
                json.put("member", member.toJson());
            }
            case Revoke(String officer, String reason) -> {
                json.put("kind", "revoke");
                json.put("officer", officer);
                json.put("reason", reason);
            }
            case Grant(String officer, String role) -> put(json, "grant", officer, role);
            case Take(String officer, String role) -> put(json, "take", officer, role);
            case SetQuorum(int quorum) -> {
                json.put("kind", "quorum");
                json.put("quorum", quorum);
            }
        }
        return json;
    }

    private static void put(Map<String, Object> json, String kind, String officer, String role) {
        json.put("kind", kind);
        json.put("officer", officer);
        json.put("role", role);
    }

    /// @throws IllegalArgumentException or DateTimeException if it is none
    static RosterChange of(JsonNode json) {
        String officer = json.path("officer").asText();
        String kind = json.path("kind").asText();
        return switch (kind) {
            case "found" ->
                new Found(
                        members(json),
                        json.path("quorum").asInt(),
                        json.path("ledger").asText());
            case "add" -> new Add(Member.of(json.path("member")));
            case "revoke" -> new Revoke(officer, json.path("reason").asText());
            case "grant" -> new Grant(officer, json.path("role").asText());
            case "take" -> new Take(officer, json.path("role").asText());
            case "quorum" -> new SetQuorum(json.path("quorum").asInt());
            default -> throw new IllegalArgumentException("no change of a roster: '" + kind + "'");
        };
    }

    private static List<Member> members(JsonNode json) {
        List<Member> members = new ArrayList<>();
        json.path("members").forEach(member -> members.add(Member.of(member)));
        return members;
    }

    /// Whom it is about.
    default List<String> officers() {
        return switch (this) {
            case Found(List<Member> members, int _, String _) ->
                members.stream().map(Member::name).toList();
            case Add(Member member) -> List.of(member.name());
            case Revoke(String officer, String _) -> List.of(officer);
            case Grant(String officer, String _) -> List.of(officer);
            case Take(String officer, String _) -> List.of(officer);
            case SetQuorum _ -> List.of();
        };
    }

    /// For a person, in a few words.
    default String words() {
        return switch (this) {
            case Found(List<Member> _, int quorum, String _) ->
                RosterWords.of("found", String.join(", ", officers()), quorum);
            case Add(Member member) ->
                member.roles().isEmpty()
                        ? RosterWords.of("add", member.name(), member.officer().publicKey())
                        : RosterWords.of(
                                "add.roles",
                                member.name(),
                                member.officer().publicKey(),
                                String.join(", ", member.roles()));
            case Revoke(String officer, String reason) -> RosterWords.of("revoke", officer, reason);
            case Grant(String officer, String role) -> RosterWords.of("grant", officer, role);
            case Take(String officer, String role) -> RosterWords.of("take", officer, role);
            case SetQuorum(int quorum) -> RosterWords.of("quorum", quorum);
        };
    }
}
