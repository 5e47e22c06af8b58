package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.duty.DutyRules;
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

    /// Where officers sign in from now on.
    record SignInBy(SignInProvider provider) implements RosterChange {}

    /// Who an officer is there.
    record Bind(String officer, SignInSubject subject) implements RosterChange {}

    /// What holds for whoever approves, in place of what held before.
    record SetDuties(DutyRules rules) implements RosterChange {}

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
            case SignInBy(SignInProvider provider) -> {
                json.put("kind", "sign-in");
                json.put("provider", provider.toJson());
            }
            case SetDuties(DutyRules rules) -> {
                json.put("kind", "duties");
                json.put("rules", rules.toJson());
            }
            case Bind(String officer, SignInSubject subject) -> {
                json.put("kind", "bind");
                json.put("officer", officer);
                json.put("subject", subject.toJson());
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
            case "sign-in" -> new SignInBy(SignInProvider.of(json.path("provider")));
            case "duties" -> new SetDuties(DutyRules.of(json.path("rules")));
            case "bind" -> new Bind(officer, SignInSubject.of(json.path("subject")));
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
            case SetQuorum _, SignInBy _, SetDuties _ -> List.of();
            case Bind(String officer, SignInSubject _) -> List.of(officer);
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
            case SignInBy(SignInProvider provider) ->
                RosterWords.of(
                        (provider.caCertificates().isEmpty() ? "sign-in" : "sign-in.trusted")
                                + (provider.privateAllowed() ? ".inside" : ""),
                        provider.issuer().toString(),
                        provider.clientId());
            case SetDuties(DutyRules rules) ->
                rules.areNone()
                        ? RosterWords.of("duties.none")
                        : RosterWords.of("duties", String.join("; ", rules.words()));
            case Bind(String officer, SignInSubject subject) ->
                RosterWords.of("bind", officer, subject.subject(), subject.issuer());
        };
    }
}
