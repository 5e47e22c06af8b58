package dev.curfew.governance.approval;

import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.text.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an officer signs. It names everything the decision rests on, so that it stands for exactly this subject, as it
/// was, seen on that machine, for a time; whoever can write to the database can forge none of it.
///
/// @param publicKey the signing key, so that the statement does not carry over to another key of that name
/// @param nonce random, so that no two statements sign alike
/// @param expiresAt an approval is not acted on after it
/// @param remark the officer's words; empty if they gave none
/// @param asked hash of the question that it answers, which came in a file; empty where it was signed at the ledger
/// @param voice that is given besides the officer's own; null where there is none
public record Statement(
        Subject subject,
        Decision decision,
        String officer,
        String publicKey,
        Checked checked,
        Device device,
        String nonce,
        Instant at,
        Instant expiresAt,
        String remark,
        String asked,
        @Nullable Voice voice) {
    /// A shift: whoever has not acted on an approval by then asks again, and the approver looks again.
    public static final Duration HOLDS_FOR = Duration.ofHours(8);

    static final String SCHEMA = "curfew.decision/1";

    public static Statement by(
            OfficerKey key,
            Subject subject,
            Decision decision,
            Checked checked,
            Device device,
            String nonce,
            Instant at,
            String remark) {
        return new Statement(
                subject,
                decision,
                key.officer(),
                key.publicKey(),
                checked,
                device,
                nonce,
                at,
                latestEnd(at, subject.notBefore()),
                remark,
                "",
                null);
    }

    /// The same as the answer to a question.
    public Statement answering(String question) {
        return new Statement(
                subject, decision, officer, publicKey, checked, device, nonce, at, expiresAt, remark, question, voice);
    }

    /// The same with another officer's voice.
    Statement with(@Nullable Voice other) {
        return new Statement(
                subject, decision, officer, publicKey, checked, device, nonce, at, expiresAt, remark, asked, other);
    }

    /// What begins later is acted on later: the shift is counted from then.
    static Instant latestEnd(Instant at, Instant notBefore) {
        return later(at, notBefore).plus(HOLDS_FOR);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Canonical JSON: what is signed, byte for byte.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("kind", subject.kind().text());
        json.put("subject", subject.id());
        json.put("subjectHash", subject.hash());
        json.put("targets", subject.targets());
        json.put("policyTextHash", subject.policyTextHash());
        json.put("decision", decision.name());
        json.put("officer", officer);
        json.put("publicKey", publicKey);
        json.put("recheck", checked.recheck().text());
        json.put("effectHash", checked.effectHash());
        json.put("snapshot", checked.snapshotNumber());
        json.put("unread", checked.unread());
        json.put("device", device.id());
        json.put("host", device.host());
        json.put("nonce", nonce);
        json.put("at", at.toString());
        json.put("expiresAt", expiresAt.toString());
        json.put("remark", remark);
        if (!checked.policies().isEmpty()) {
            json.put("policies", checked.policies());
        }
        if (!asked.isEmpty()) {
            json.put("asked", asked);
        }
        if (voice != null) {
            json.put("voiceOf", voice.of());
            json.put("delegation", voice.delegation());
        }
        return CanonicalJson.text(json);
    }
}
