package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Where a plan's approval stands: who signed, and what the policies in force say to that.
///
/// @param signed whose signatures over exactly this plan hold now
/// @param policiesHash SHA-256 of the text that decided
public record PlanStanding(
        List<SignedApproval> signed, PolicyDecision decision, String policiesHash, EndingQuestion question) {
    private static final Messages MESSAGES = Messages.of(PlanStanding.class);

    public PlanStanding {
        signed = List.copyOf(signed);
    }

    /// Whether it may run.
    public boolean allows() {
        return decision instanceof PolicyDecision.Allowed;
    }

    public boolean refuses() {
        return decision instanceof PolicyDecision.Refused;
    }

    /// Whether somebody signed, and more have to.
    public boolean waits() {
        return !signed.isEmpty() && decision instanceof PolicyDecision.NeedsSignatures;
    }

    public List<String> officers() {
        return signed.stream().map(SignedApproval::officer).toList();
    }

    /// One sentence, with the policies that decided, and with what is not known that may have.
    public String words() {
        String words = DecisionWords.of(decision);
        return mayBeProduction() ? MESSAGES.text("environment.unknown", words) : words;
    }

    private boolean mayBeProduction() {
        return decision instanceof PolicyDecision.NeedsSignatures
                && question.context().deletes()
                && question.context().environments().contains(Environments.UNKNOWN);
    }

    /// For the ledger: everything it takes to ask again.
    Map<String, Object> toJson() {
        return Map.of(
                "decision", Judgement.name(decision),
                "by", decision.by(),
                "policies", policiesHash,
                "question", QuestionJson.text(question));
    }
}
