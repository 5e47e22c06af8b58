package dev.curfew.governance.workload;

import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// That an officer trusts somebody to say which workload asks.
///
/// @param name as workloads are named by it, as officers are named
/// @param subjects which of them may ask: a subject, or its beginning with `*` after it; none once it is withdrawn
/// @param publicKey of the key that Curfew signs their requests with, made for this trust alone
/// @param by the officer's name
public record WorkloadTrust(
        String name, Witness witness, List<String> subjects, String publicKey, String by, Instant at) {
    static final String SCHEMA = "curfew.workload-trust/1";

    private static final String REST = "*";

    public WorkloadTrust {
        subjects = List.copyOf(subjects);
        if (!Officer.isName(name)) {
            throw new IllegalArgumentException("not a name: '" + name + "'");
        }
    }

    /// Whether the text may stand among the subjects.
    public static boolean isPattern(String text) {
        return text.equals(REST) || (Workload.isSubject(text) && text.indexOf('*', 0, text.length() - 1) < 0);
    }

    public boolean isWithdrawn() {
        return subjects.isEmpty();
    }

    public boolean admits(String subject) {
        return subjects.stream()
                .anyMatch(pattern -> pattern.endsWith(REST)
                        ? subject.startsWith(pattern.substring(0, pattern.length() - 1))
                        : subject.equals(pattern));
    }

    /// SHA-256 of all of it: another trust under the same name has another.
    public String hash() {
        return Sha256.hex(statement());
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("witness", witness.toJson());
        json.put("subjects", subjects);
        json.put("publicKey", publicKey);
        json.put("by", by);
        json.put("at", at.toString());
        return json;
    }

    /// What [#toJson] wrote.
    public static WorkloadTrust of(Map<?, ?> json) {
        return new WorkloadTrust(
                text(json, "name"),
                Witness.of(json.get("witness") instanceof Map<?, ?> witness ? witness : Map.of()),
                json.get("subjects") instanceof List<?> subjects
                        ? subjects.stream().map(String::valueOf).toList()
                        : List.of(),
                text(json, "publicKey"),
                text(json, "by"),
                Instant.parse(text(json, "at")));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }

    /// What the officer signs.
    String statement() {
        Map<String, Object> all = toJson();
        all.put("schema", SCHEMA);
        return CanonicalJson.text(all);
    }
}
