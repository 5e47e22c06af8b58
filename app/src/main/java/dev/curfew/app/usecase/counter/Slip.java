package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.breakglass.status.StatusJson;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.signal.SenderJson;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.signal.Sender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What became of an errand.
///
/// @param why the `Refusal`'s name where it was not done; else empty
/// @param words in a sentence, where there is more to say than the kind
/// @param json what is answered, as `openapi.json` has it; of TRUSTS, TRUST_CHANGED and SENDERS those that hold now
public record Slip(Kind kind, String why, String words, Map<String, Object> json) {
    private static final String TRUSTS = "trusts";
    private static final String SENDERS = "senders";
    private static final String EMERGENCIES = "emergencies";

    /// What can become of it.
    public enum Kind {
        TRUSTS,
        SENDERS,
        /// A signal was taken, now or before.
        SIGNALLED,
        ALLOWED,
        NEEDS_SIGNATURES,
        REFUSED,
        FOUND,
        WITHDRAWN,
        /// Nothing was changed; `why` says why.
        NOT_DONE,
        /// The workload was recognised by a trust that holds no longer; another of its name does.
        TRUST_CHANGED,
        /// It went wrong, and none of it is the caller's doing. Where `why` is empty, it may have been done.
        FAULT
    }

    static Slip of(Kind kind, Map<String, Object> json) {
        return new Slip(kind, "", "", json);
    }

    static Slip refused(Refusal why, String words) {
        return new Slip(Kind.NOT_DONE, why.name(), words, Map.of());
    }

    static Slip trusts(Kind kind, List<WorkloadTrust> trusts) {
        return of(
                kind, Map.of(TRUSTS, trusts.stream().map(WorkloadTrust::toJson).toList()));
    }

    static Slip senders(List<Sender> senders) {
        return of(
                Kind.SENDERS,
                Map.of(SENDERS, senders.stream().map(SenderJson::of).toList()));
    }

    /// Of the kind SENDERS.
    public List<Sender> senders() {
        return json.get(SENDERS) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> SenderJson.read((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    /// Of the kinds TRUSTS and TRUST_CHANGED.
    public List<WorkloadTrust> trusts() {
        return json.get(TRUSTS) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> WorkloadTrust.of((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    /// Of an errand for break-glass paths; empty where it was not done.
    public List<PathStatus> emergencies() {
        return json.get(EMERGENCIES) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> StatusJson.read((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    static Slip emergencies(List<PathStatus> paths) {
        return of(
                Kind.FOUND,
                Map.of(EMERGENCIES, paths.stream().map(StatusJson::of).toList()));
    }

    /// Whether something was entered, or may have been.
    public boolean changed() {
        return switch (kind) {
            case ALLOWED, NEEDS_SIGNATURES, REFUSED, WITHDRAWN, SIGNALLED, FAULT -> true;
            case TRUSTS, SENDERS, FOUND, NOT_DONE, TRUST_CHANGED -> false;
        };
    }

    /// Of the request; empty where there is none.
    public String requestId() {
        return Objects.toString(json.get("id"), "");
    }

    Map<String, Object> toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", kind.name());
        all.put("why", why);
        all.put("words", words);
        all.put("json", json);
        return all;
    }

    /// @throws IllegalArgumentException for what [#toJson] did not write
    static Slip read(Map<?, ?> all) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (all.get("json") instanceof Map<?, ?> inner) {
            inner.forEach((name, value) -> json.put(String.valueOf(name), value));
        }
        return new Slip(
                Kind.valueOf(Objects.toString(all.get("kind"), "")),
                Objects.toString(all.get("why"), ""),
                Objects.toString(all.get("words"), ""),
                json);
    }
}
