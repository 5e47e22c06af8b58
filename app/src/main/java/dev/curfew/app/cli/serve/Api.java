package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Door;
import dev.curfew.app.cli.serve.http.Inbound;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.cli.serve.http.Reply;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.Answer;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// What can be asked over HTTP. `openapi.json` is the same for those who ask, and a test holds both together.
final class Api implements Door.Answering {
    static final String ROOT = "v1";

    private static final Messages MESSAGES = Messages.of(Api.class);
    private static final String REQUESTS = "requests";
    private static final Reply HEALTH = Reply.json(200, Map.of("status", "serving"));

    private final Turns turns;
    private final Trusts trusts;
    private final Callers callers;
    private final BiConsumer<String, Workload> told;
    private final Reply document;

    /// @param told of each request that was asked for or taken back, in a sentence
    Api(Turns turns, Trusts trusts, Callers callers, BiConsumer<String, Workload> told) {
        this.turns = turns;
        this.trusts = trusts;
        this.callers = callers;
        this.told = told;
        this.document = Reply.text(document());
    }

    static String document() {
        try (InputStream in = Objects.requireNonNull(Api.class.getResourceAsStream("openapi.json"), "openapi.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reply reply(Inbound request) throws InterruptedException {
        List<String> path = request.segments();
        if (path.size() < 2 || path.size() > 3 || !path.getFirst().equals(ROOT)) {
            throw notFound();
        }
        return switch (path.get(1)) {
            case "health" -> at(request, path, HEALTH);
            case "openapi.json" -> at(request, path, document);
            case REQUESTS -> path.size() == 2 ? ask(request) : one(request, path.get(2));
            default -> throw notFound();
        };
    }

    private static Reply at(Inbound request, List<String> path, Reply reply) {
        if (path.size() > 2) {
            throw notFound();
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> reply;
            default -> throw notAllowed("GET, HEAD");
        };
    }

    private Reply ask(Inbound request) throws InterruptedException {
        if (!request.method().equals("POST")) {
            throw notAllowed("POST");
        }
        Workload workload = callers.of(request);
        RunOrder order = Asking.read(request.object());
        Answer answer = done(desk -> desk.workloads().ask(workload, order));
        Map<String, Object> said = AnswerJson.decided(answer.judgement(), answer.alternatives());
        String id = answer.request().id();
        if (answer.judgement().refuses()) {
            told.accept(MESSAGES.text("told.refused", id), workload);
            said.put("id", id);
            throw Problem.of(ProblemKind.POLICY_REFUSES, answer.judgement().words(), said);
        }
        boolean allowed = answer.judgement().allows();
        told.accept(MESSAGES.text(allowed ? "told.allowed" : "told.needs", id), workload);
        Map<String, Object> body = AnswerJson.request(answer.request());
        body.putAll(said);
        return Reply.json(allowed ? 201 : 202, body).with(Map.of("Location", "/" + ROOT + "/" + REQUESTS + "/" + id));
    }

    private Reply one(Inbound request, String id) throws InterruptedException {
        return switch (request.method()) {
            case "GET" -> {
                Workload workload = callers.of(request);
                yield Reply.json(200, review(done(desk -> desk.workloads().find(workload, id))));
            }
            case "DELETE" -> {
                Workload workload = callers.of(request);
                ExceptionRequest withdrawn = done(desk -> desk.workloads().withdraw(workload, id));
                told.accept(MESSAGES.text("told.withdrawn", id), workload);
                yield Reply.json(200, AnswerJson.request(withdrawn));
            }
            default -> throw notAllowed("GET, DELETE");
        };
    }

    /// To what is over the policies have nothing to say.
    private static Map<String, Object> review(Review review) {
        Map<String, Object> body = AnswerJson.request(review.request());
        if (!review.request().state().isTerminal()) {
            body.putAll(AnswerJson.decided(review.judgement(), review.alternatives()));
        }
        return body;
    }

    private <T> T done(Function<Desk, Outcome<T>> work) throws InterruptedException {
        Outcome<T> outcome = turns.take(desk -> {
            trusts.read(desk);
            return work.apply(desk);
        });
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal why, String words) -> throw Problem.of(kind(why), words);
        };
    }

    private static ProblemKind kind(Refusal why) {
        return switch (why) {
            case UNKNOWN_REQUEST -> ProblemKind.NOT_FOUND;
            case NOT_TRUSTED, WRONG_KEY -> ProblemKind.NOT_TRUSTED;
            case ILLEGAL_STATE -> ProblemKind.ILLEGAL_STATE;
            case TOO_MANY_OPEN -> ProblemKind.TOO_MANY_OPEN;
            case NO_REASON, TOO_SHORT, TOO_LONG, BAD_START, UNKNOWN_POLICY, AMBIGUOUS -> ProblemKind.INVALID;
            // what was tampered with, and policies that cannot be asked: none of the caller's doing
            default -> ProblemKind.FAULT;
        };
    }

    private static Problem notFound() {
        return Problem.of(ProblemKind.NOT_FOUND, MESSAGES.text("not-found"));
    }

    private static Problem notAllowed(String methods) {
        return Problem.of(ProblemKind.METHOD_NOT_ALLOWED, MESSAGES.text("methods", methods))
                .header("Allow", methods);
    }
}
