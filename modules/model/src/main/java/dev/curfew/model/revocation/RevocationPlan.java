package dev.curfew.model.revocation;

import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be revoked, in order, and what the officer was told of it beforehand. Never changes once made.
///
/// @param preview what the officer was shown, in words' keys and numbers: reach before and after, children that end
///     too, what stays alive until when; values that `CanonicalJson` takes
public record RevocationPlan(
        String id,
        String requester,
        String reason,
        Instant createdAt,
        long snapshotNumber,
        List<PlannedStep> steps,
        Map<String, Object> preview) {

    public RevocationPlan {
        steps = List.copyOf(steps);
        preview = Map.copyOf(preview);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has a step");
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).ordinal() != i + 1) {
                throw new IllegalArgumentException("steps count from 1 without a gap");
            }
        }
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("requester", requester);
        json.put("reason", reason);
        json.put("createdAt", createdAt.toString());
        json.put("snapshot", snapshotNumber);
        json.put("steps", steps.stream().map(PlannedStep::toJson).toList());
        json.put("preview", preview);
        return json;
    }

    /// What a receipt must name for this plan to run.
    public String hash() {
        return Sha256.ofJson(toJson());
    }
}
