package dev.curfew.app.usecase.counter;

import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.model.governance.ExceptionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Requests and what the policies say to them, as `openapi.json` has them.
final class AnswerJson {
    private AnswerJson() {}

    static Map<String, Object> request(ExceptionRequest request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", request.id());
        json.put("state", request.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("requester", request.requester());
        json.put("role", request.policy().text());
        json.put("ttlSeconds", request.duration().toSeconds());
        json.put("purpose", request.reason());
        json.put("claims", request.claims());
        json.put("requestedAt", request.requestedAt().toString());
        json.put("startsAt", request.startsAt().toString());
        return json;
    }

    /// @param alternatives what would get a better answer, best first
    static Map<String, Object> decided(Judgement judgement, List<Alternative> alternatives) {
        Map<String, Object> decision = of(judgement.decision());
        decision.put("words", judgement.words());
        decision.put("policiesHash", judgement.policiesHash());
        decision.put(
                "signedBy",
                judgement.question().context().approval().officers().stream()
                        .sorted()
                        .toList());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decision", decision);
        json.put("alternatives", alternatives.stream().map(AnswerJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Alternative alternative) {
        Map<String, Object> json = of(alternative.decision());
        json.put("changes", alternative.changes());
        json.put("words", alternative.words());
        return json;
    }

    private static Map<String, Object> of(PolicyDecision decision) {
        List<Requirement> missing =
                decision instanceof PolicyDecision.NeedsSignatures needs ? needs.missing() : List.of();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", Judgement.name(decision));
        json.put("policies", decision.by());
        json.put(
                "missing",
                missing.stream()
                        .map(one -> Map.of("count", one.count(), "role", one.role()))
                        .toList());
        return json;
    }
}
