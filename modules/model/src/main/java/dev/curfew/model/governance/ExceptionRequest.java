package dev.curfew.model.governance;

import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A request for time-boxed access outside the normal path.
///
/// @param id unique, short, as commands take it
/// @param policy what access is asked for, by the provider's immutable name
/// @param policyTextHash SHA-256 of the policy's text as it stood when asked, so that an approval for another text
///     does not carry
/// @param duration how long the window is to last
/// @param claims what the requester says besides: not verified, `ticket`, `repository`, `workload`, `destination`; and
///     what it hangs on, checked when it is asked: [#STARTS], [#IDLE], [#EXTENDS], [#RENEWS], [#LEASE]
/// @param addsReach what it would add, as computed for the requester, canonical JSON
/// @param snapshotNumber the snapshot that reach was computed on
/// @param nonce random, so that no two requests sign alike
public record ExceptionRequest(
        String id,
        String requester,
        PolicyId policy,
        String policyTextHash,
        Duration duration,
        String reason,
        Map<String, String> claims,
        String addsReach,
        long snapshotNumber,
        String nonce,
        Instant requestedAt,
        RequestState state) {

    /// The claim that says when it begins, in ISO 8601; without it, as soon as it may.
    public static final String STARTS = "starts";

    /// The claim that says for how long it may go unused before it ends, in ISO 8601; without it, for as long as it
    /// lasts.
    public static final String IDLE = "idle";

    /// The claim that names the open window that it goes on after.
    public static final String EXTENDS = "extends";

    /// The claim that names the window that it is the same again as.
    public static final String RENEWS = "renews";

    /// The claim that names where its source hands out what the requester gets in place of the credential.
    public static final String LEASE = "lease";

    public ExceptionRequest {
        claims = Map.copyOf(claims);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a request has a reason");
        }
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a window lasts some time");
        }
    }

    /// Before this nothing is issued on it.
    public Instant startsAt() {
        String starts = claims.get(STARTS);
        return starts == null ? requestedAt : Instant.parse(starts);
    }

    /// For how long it may go unused.
    public Optional<Duration> idleMax() {
        return Optional.ofNullable(claims.get(IDLE)).map(Duration::parse);
    }

    /// The window that has to be open for it to be issued.
    public Optional<String> extended() {
        return Optional.ofNullable(claims.get(EXTENDS));
    }

    /// @throws IllegalStateException if the state may not follow the present one
    public ExceptionRequest to(RequestState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("a request that is " + state + " does not become " + next);
        }
        return as(next);
    }

    /// As it stands by what is known elsewhere, whatever it was taken for.
    public ExceptionRequest as(RequestState known) {
        return new ExceptionRequest(
                id,
                requester,
                policy,
                policyTextHash,
                duration,
                reason,
                claims,
                addsReach,
                snapshotNumber,
                nonce,
                requestedAt,
                known);
    }

    /// What is approved: everything but the state.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("requester", requester);
        json.put("policy", policy.text());
        json.put("policyTextHash", policyTextHash);
        json.put("durationSeconds", duration.toSeconds());
        json.put("reason", reason);
        if (!claims.isEmpty()) {
            json.put("claims", claims);
        }
        json.put("addsReach", addsReach);
        json.put("snapshot", snapshotNumber);
        json.put("nonce", nonce);
        json.put("requestedAt", requestedAt.toString());
        return json;
    }
}
