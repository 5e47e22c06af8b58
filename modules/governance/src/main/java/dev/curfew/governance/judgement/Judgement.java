package dev.curfew.governance.judgement;

import dev.curfew.governance.duty.Objection;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.policy.DecisionWords;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the policies in force said to one question.
///
/// @param decision after what the roster lays down for those who approve
/// @param policiesHash SHA-256 of their text
/// @param question with those approvals that count
/// @param said by the policies, without the roster's rules
/// @param objections why approvals do not count, or are not enough
public record Judgement(
        PolicyDecision decision,
        String policiesHash,
        Question question,
        PolicyDecision said,
        List<Objection> objections) {
    /// What the policies said, where the roster's rules made something else of it.
    static final String SAID = "said";

    public Judgement {
        objections = List.copyOf(objections);
    }

    /// Where the roster lays nothing down.
    public Judgement(PolicyDecision decision, String policiesHash, Question question) {
        this(decision, policiesHash, question, decision, List.of());
    }

    /// The same with what the roster's rules make of it: who is not enough alone has somebody else sign.
    ///
    /// @param alone why those whose approvals count are not enough
    Judgement objectedTo(List<Objection> dropped, Optional<Objection> alone) {
        boolean open = alone.isPresent() && decision instanceof PolicyDecision.Allowed;
        List<Objection> all = new ArrayList<>(dropped);
        if (open) {
            alone.ifPresent(all::add);
        }
        PolicyDecision after = open
                ? new PolicyDecision.NeedsSignatures(decision.by(), List.of(new Requirement(1, Requirement.OFFICER)))
                : decision;
        return new Judgement(after, policiesHash, question, decision, all);
    }

    public boolean allows() {
        return decision instanceof PolicyDecision.Allowed;
    }

    public boolean refuses() {
        return decision instanceof PolicyDecision.Refused;
    }

    /// How many signatures are missing, as far as anybody's help.
    int missing() {
        return switch (decision) {
            case PolicyDecision.Allowed _ -> 0;
            case PolicyDecision.NeedsSignatures needs ->
                needs.missing().stream().mapToInt(Requirement::count).sum();
            case PolicyDecision.Refused _ -> Integer.MAX_VALUE;
        };
    }

    /// What this officer's signature would count for besides, had they signed in shortly before.
    Optional<Requirement> wantsSignIn(String officer) {
        Circumstances.Approval approval = question.context().approval();
        return decision instanceof PolicyDecision.NeedsSignatures needs
                ? needs.missing().stream()
                        .filter(missing -> missing.isFor(officer, approval) && !missing.isFresh(officer, approval))
                        .findFirst()
                : Optional.empty();
    }

    /// The same as a refusal, for who is about to approve.
    ///
    /// @param before what was said without their signature: one that counts for something else is not refused for want
    ///     of a sign-in
    /// @return the judgement, or DUTY, POLICY_REFUSES, SIGN_IN_NEEDED
    Outcome<Judgement> approvable(String request, String officer, Judgement before) {
        Optional<Objection> lasting = objections.stream()
                .filter(one -> one.lasting() && one.officer().equals(officer))
                .findFirst();
        if (lasting.isPresent()) {
            return Outcome.refused(Refusal.DUTY, request, lasting.get().words());
        }
        if (refuses()) {
            return Outcome.refused(Refusal.POLICY_REFUSES, request, words());
        }
        return Optional.of(officer)
                .filter(_ -> missing() >= before.missing())
                .flatMap(this::wantsSignIn)
                .flatMap(wanted -> Optional.ofNullable(wanted.signedInWithin()))
                .<Outcome<Judgement>>map(
                        within -> Outcome.refused(Refusal.SIGN_IN_NEEDED, request, officer, Spans.words(within)))
                .orElseGet(() -> Outcome.done(this));
    }

    /// One sentence, with the policies that decided, and what stands against approvals.
    public String words() {
        List<String> against = objections.stream().map(Objection::words).toList();
        return DecisionWords.of(decision, against);
    }

    /// For the ledger: everything it takes to ask again.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new HashMap<>();
        json.put("decision", name(decision));
        json.put("by", decision.by());
        json.put("policies", policiesHash);
        json.put("question", QuestionJson.text(question));
        if (!objections.isEmpty()) {
            json.put(SAID, name(said));
            json.put("objections", objections.stream().map(Objection::words).toList());
        }
        return json;
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
