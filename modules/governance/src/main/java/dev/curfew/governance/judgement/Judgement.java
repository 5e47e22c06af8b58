package dev.curfew.governance.judgement;

import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import java.util.Map;

/// What the policies in force said to one question.
///
/// @param policiesHash SHA-256 of their text
public record Judgement(PolicyDecision decision, String policiesHash, Question question) {
    public boolean allows() {
        return decision instanceof PolicyDecision.Allowed;
    }

    public boolean refuses() {
        return decision instanceof PolicyDecision.Refused;
    }

    /// One sentence, with the policies that decided.
    public String words() {
        return DecisionWords.of(decision);
    }

    /// For the ledger: everything it takes to ask again.
    public Map<String, Object> toJson() {
        return Map.of(
                "decision", name(decision),
                "by", decision.by(),
                "policies", policiesHash,
                "question", QuestionJson.text(question));
    }

    /// As the ledger keeps it.
    public static String name(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Allowed _ -> "allowed";
            case PolicyDecision.NeedsSignatures _ -> "needs-signatures";
            case PolicyDecision.Refused _ -> "refused";
        };
    }
}
