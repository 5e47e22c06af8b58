package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where a plan's approval stands: who signed, and what the policies in force say to that.
///
/// @param signed whose signatures over exactly this plan hold now
/// @param unknownDecides whether they do not let it run, and may say otherwise once a source's environment is given
/// @param policiesHash SHA-256 of the text that decided
public record PlanStanding(
        List<SignedApproval> signed,
        PolicyDecision decision,
        boolean unknownDecides,
        String policiesHash,
        EndingQuestion question) {
    private static final Messages MESSAGES = Messages.of(PlanStanding.class);

    public PlanStanding {
        signed = List.copyOf(signed);
    }

    static PlanStanding of(List<SignedApproval> signed, Policies policies, EndingQuestion question) {
        PolicyDecision decision = policies.decide(question);
        return new PlanStanding(
                signed, decision, unknownDecides(policies, question, decision), policies.hash(), question);
    }

    private static boolean unknownDecides(Policies policies, EndingQuestion question, PolicyDecision decision) {
        Set<String> environments = question.context().environments();
        return !(decision instanceof PolicyDecision.Allowed)
                && environments.contains(Environments.UNKNOWN)
                && CommonSettings.ENVIRONMENT.allowed().stream()
                        .map(given -> policies.decide(question.in(given(environments, given))))
                        .anyMatch(other -> !isAlike(decision, other));
    }

    private static Set<String> given(Set<String> environments, String given) {
        Set<String> known = new TreeSet<>(environments);
        known.remove(Environments.UNKNOWN);
        known.add(given);
        return known;
    }

    /// Whichever policies say it.
    private static boolean isAlike(PolicyDecision one, PolicyDecision other) {
        return one.getClass().equals(other.getClass()) && missing(one).equals(missing(other));
    }

    private static List<Requirement> missing(PolicyDecision decision) {
        return decision instanceof PolicyDecision.NeedsSignatures needs ? needs.missing() : List.of();
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
        return unknownDecides ? MESSAGES.text("environment.unknown", words) : words;
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
