package dev.curfew.governance.approval;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.List;

/// What a decision is about.
///
/// @param kind decides the types of its ledger entries
/// @param hash of its canonical JSON, 64 hexadecimal digits
/// @param targets what would be touched, by whole ids
/// @param policyTextHash the text that access is asked for; empty where there is none
/// @param notBefore before this nothing is done about it; the epoch where it may be at once
public record Subject(
        Kind kind, String id, String hash, List<String> targets, String policyTextHash, Instant notBefore) {
    /// What can be decided on.
    public enum Kind {
        REQUEST("request"),
        PLAN("plan"),
        /// What a plan did, when it is taken back.
        UNDO("undo"),
        ROSTER("roster"),
        PLAYBOOK("playbook"),
        /// What a playbook did, when it is looked at afterwards.
        PLAYBOOK_RUN("playbook-run");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        String approved() {
            return text + ".approved";
        }

        String denied() {
            return text + ".denied";
        }
    }

    public Subject {
        targets = List.copyOf(targets);
    }

    public static Subject of(ExceptionRequest request) {
        return new Subject(
                Kind.REQUEST,
                request.id(),
                Sha256.ofJson(request.toJson()),
                List.of(request.policy().text()),
                request.policyTextHash(),
                request.startsAt());
    }

    public static Subject of(RevocationPlan plan) {
        List<String> targets = plan.steps().stream()
                .map(step -> step.credential().text())
                .distinct()
                .toList();
        return new Subject(Kind.PLAN, plan.id(), plan.hash(), targets, "", Instant.EPOCH);
    }
}
