package dev.curfew.governance.reach;

import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a policy would add to a holder who has nothing else: the counterfactual reach that a request is judged by.
///
/// @param administrator whether it controls something wholly
/// @param complete whether absence from `touched` means that it is not reached
/// @param touched everything reached, surest first, then nearest
public record AddedReach(boolean administrator, boolean complete, List<Touched> touched, Minting minting) {
    /// What an approver can take in; the rest is counted, and hashed all the same.
    private static final int SHOWN_MAX = 100;

    /// What is not in the snapshot adds nobody knows what.
    public static AddedReach unknown(String reason) {
        return new AddedReach(false, false, List.of(), new Minting(Minting.Answer.UNKNOWN, reason));
    }

    /// One thing reached.
    ///
    /// @param how what can be done to it, for example `READS`
    public record Touched(String target, String kind, String how, String certainty, String sensitivity) {
        Map<String, Object> toJson() {
            return Map.of(
                    "target", target,
                    "kind", kind,
                    "how", how,
                    "certainty", certainty,
                    "sensitivity", sensitivity);
        }
    }

    public AddedReach {
        touched = List.copyOf(touched);
    }

    /// Hash over all of it, the part that is not shown too.
    public String hash() {
        return Sha256.ofJson(whole());
    }

    /// For `ExceptionRequest.addsReach`: the first hundred, the counts, and the hash of all.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>(whole());
        json.put(
                "touched",
                touched.stream().limit(SHOWN_MAX).map(Touched::toJson).toList());
        json.put("total", touched.size());
        json.put("byHow", touched.stream().collect(Collectors.groupingBy(Touched::how, counting())));
        json.put("hash", hash());
        return CanonicalJson.text(json);
    }

    private Map<String, Object> whole() {
        return Map.of(
                "administrator", administrator,
                "complete", complete,
                "touched", touched.stream().map(Touched::toJson).toList(),
                "mint", minting.answer().name(),
                "mintReason", minting.reason());
    }

    private static java.util.stream.Collector<Touched, ?, Integer> counting() {
        return Collectors.summingInt(_ -> 1);
    }
}
