package dev.curfew.governance.request.bulk;

import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.policy.question.Verb;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What has to be the same, letter by letter, for requests to be of one shape. Who reads one has read them all, but for
/// their numbers, their times and what [#OWN_CLAIMS] name.
///
/// @param policyTextHash of the text that access is asked for
/// @param environment as the connection says
/// @param purpose in the requester's words
/// @param claims without those that each request has of its own
public record Shape(
        String requester,
        PolicyId policy,
        String policyTextHash,
        String environment,
        Verb verb,
        Duration duration,
        String purpose,
        Map<String, String> claims) {
    /// Claims that name one thing each: they may differ, and are shown for each request.
    static final Set<String> OWN_CLAIMS = Set.of("ticket", ExceptionRequest.EXTENDS, ExceptionRequest.RENEWS);

    public Shape {
        claims = Map.copyOf(claims);
    }

    static Shape of(Review review) {
        ExceptionRequest request = review.request();
        return new Shape(
                request.requester(),
                request.policy(),
                request.policyTextHash(),
                review.judgement().question().context().environment(),
                review.judgement().question().action(),
                request.duration(),
                request.reason(),
                shared(request));
    }

    private static Map<String, String> shared(ExceptionRequest request) {
        Map<String, String> claims = new TreeMap<>(request.claims());
        claims.keySet().removeAll(OWN_CLAIMS);
        return claims;
    }

    /// Whether a request may be of this shape, by what it says itself.
    boolean mayFit(ExceptionRequest request) {
        return requester.equals(request.requester())
                && policy.equals(request.policy())
                && policyTextHash.equals(request.policyTextHash())
                && duration.equals(request.duration())
                && purpose.equals(request.reason())
                && claims.equals(shared(request));
    }

    /// For a person, one thing each.
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                BulkWords.of("shape.requester", requester),
                BulkWords.of("shape.policy", BulkWords.of("verb." + verb.text()), policy.text()),
                BulkWords.of("shape.text", policyTextHash),
                BulkWords.of("shape.environment", environment),
                BulkWords.of("shape.duration", Spans.words(duration)),
                BulkWords.of("shape.purpose", purpose)));
        new TreeMap<>(claims).forEach((name, value) -> words.add(BulkWords.of("claim", name, value)));
        return List.copyOf(words);
    }

    /// What a request has of its own beside others of its shape, one thing each.
    public static List<String> own(ExceptionRequest request) {
        return own(request, Instant::toString);
    }

    /// As [#own(ExceptionRequest)].
    ///
    /// @param moment says when it was asked
    public static List<String> own(ExceptionRequest request, Function<Instant, String> moment) {
        List<String> words = new ArrayList<>(List.of(BulkWords.of("own.asked", moment.apply(request.requestedAt()))));
        new TreeMap<>(request.claims()).forEach((name, value) -> {
            if (OWN_CLAIMS.contains(name)) {
                words.add(BulkWords.of("claim", name, value));
            }
        });
        return List.copyOf(words);
    }
}
