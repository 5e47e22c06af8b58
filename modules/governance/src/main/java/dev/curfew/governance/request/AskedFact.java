package dev.curfew.governance.request;

import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// One thing that a request asks for, in words. Whoever decides on it is shown all of them, at every face: each is
/// signed.
///
/// @param value as it was given; a time or a length as a person says it
public record AskedFact(String name, String value) {
    private static final Messages MESSAGES = Messages.of(AskedFact.class);

    private static final String WORKLOAD = "workload";

    /// What Curfew itself holds a request to, before what only its requester claims.
    private static final List<String> ORDER = List.of(
            ExceptionRequest.STARTS,
            ExceptionRequest.IDLE,
            ExceptionRequest.EXTENDS,
            ExceptionRequest.RENEWS,
            ExceptionRequest.LEASE,
            "ticket",
            WORKLOAD,
            "repository",
            "destination");

    /// @param moment says when
    public static List<AskedFact> of(ExceptionRequest request, Function<Instant, String> moment) {
        List<AskedFact> facts = new ArrayList<>(List.of(
                fact("id", request.id()),
                fact("requester", request.requester()),
                fact("at", moment.apply(request.requestedAt())),
                fact("policy", request.policy().text()),
                fact("for", Spans.words(request.duration()))));
        names(request).forEach(name -> facts.add(claim(request, name, moment)));
        facts.add(fact("reason", request.reason()));
        return List.copyOf(facts);
    }

    /// Those that Curfew knows in their order, then whatever else is claimed.
    private static List<String> names(ExceptionRequest request) {
        Set<String> others = new TreeSet<>(request.claims().keySet());
        List<String> names =
                new ArrayList<>(ORDER.stream().filter(others::remove).toList());
        names.addAll(others);
        return names;
    }

    private static AskedFact claim(ExceptionRequest request, String name, Function<Instant, String> moment) {
        String value = request.claims().getOrDefault(name, "");
        return switch (name) {
            case ExceptionRequest.STARTS -> fact(name, read(value, text -> moment.apply(Instant.parse(text))));
            case ExceptionRequest.IDLE -> fact(name, read(value, text -> Spans.words(Duration.parse(text))));
            case WORKLOAD -> fact(Workload.of(request.requester()).isPresent() ? "verified" : WORKLOAD, value);
            default ->
                ORDER.contains(name) ? fact(name, value) : new AskedFact(MESSAGES.text("asked.claim", name), value);
        };
    }

    /// As it was given, if it is none: what came from another machine is shown before it is believed.
    private static String read(String value, UnaryOperator<String> words) {
        try {
            return words.apply(value);
        } catch (DateTimeException _) {
            return value;
        }
    }

    private static AskedFact fact(String key, String value) {
        return new AskedFact(MESSAGES.text("asked." + key), value);
    }
}
