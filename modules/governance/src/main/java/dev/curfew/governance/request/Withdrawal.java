package dev.curfew.governance.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// What a requester signs who takes a request back.
final class Withdrawal {
    static final String TYPE = "request.withdrawn";

    private static final String SCHEMA = "curfew.withdrawal/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Withdrawal() {}

    /// The details of its entry.
    static Map<String, Object> signed(SigningKey key, ExceptionRequest request, Instant at, String remark) {
        String statement = CanonicalJson.text(Map.of(
                "schema", SCHEMA,
                "subjectHash", Subject.of(request).hash(),
                "at", at.toString(),
                "remark", remark.strip()));
        return Map.of("statement", statement, "signature", key.sign(statement));
    }

    /// Whether the request was taken back, as the ledger has it. What is proved not to be its requester's word does not
    /// count; where it cannot be told whose it is, it does: nobody undoes a withdrawal by taking away a row.
    static boolean stands(Office office, Transaction transaction, ExceptionRequest request) {
        return office
                .auditLog()
                .confirmAll(transaction, TYPE, Subject.of(request).hash())
                .stream()
                .anyMatch(entry -> stands(office, transaction, request, entry));
    }

    private static boolean stands(Office office, Transaction transaction, ExceptionRequest request, LedgerEntry entry) {
        return switch (new Requesters(office).publicKey(transaction, request.requester(), entry.index())) {
            case Outcome.Done<String>(String publicKey) -> isSigned(publicKey, request, entry);
            case Outcome.Refused<String>(Refusal why, String _) ->
                !office.roster().disproves(transaction, why);
        };
    }

    private static boolean isSigned(String publicKey, ExceptionRequest request, LedgerEntry entry) {
        String statement = detail(entry, "statement");
        return Ed25519.verifies(publicKey, statement, detail(entry, "signature")) && isOf(request, statement);
    }

    private static boolean isOf(ExceptionRequest request, String statement) {
        try {
            JsonNode json = JSON.readTree(statement);
            return json.path("schema").asText().equals(SCHEMA)
                    && json.path("subjectHash")
                            .asText()
                            .equals(Subject.of(request).hash());
        } catch (JsonProcessingException e) {
            // The requester signed it, and it is no withdrawal.
            return false;
        }
    }

    private static String detail(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
