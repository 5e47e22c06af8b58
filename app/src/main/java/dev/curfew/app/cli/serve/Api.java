package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Door;
import dev.curfew.app.cli.serve.http.Inbound;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.cli.serve.http.Reply;
import dev.curfew.app.usecase.counter.Caller;
import dev.curfew.app.usecase.counter.Errand;
import dev.curfew.app.usecase.counter.Slip;
import dev.curfew.app.usecase.run.RunOrder;
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
    private static final String SIGNALS = "signals";
    private static final Reply HEALTH = Reply.json(200, Map.of("status", "serving"));

    private final Errands turns;
    private final Trusts trusts;
    private final Callers callers;
    private final Signalling signals;
    private final Paces paces = new Paces(System::nanoTime);
    private final BiConsumer<String, String> told;
    private final Reply document;

    /// @param told of each request that was asked for or taken back, in a sentence
    Api(Errands turns, Trusts trusts, Callers callers, Signalling signals, BiConsumer<String, String> told) {
        this.turns = turns;
        this.trusts = trusts;
        this.callers = callers;
        this.signals = signals;
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
            case SIGNALS -> signal(request, path);
            default -> throw notFound();
        };
    }

    private Reply signal(Inbound request, List<String> path) throws InterruptedException {
        if (path.size() == 2) {
            throw notFound();
        }
        if (!request.method().equals("POST")) {
            throw notAllowed("POST");
        }
        return signals.take(request, path.get(2));
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

    /// The body is read first: it has some seconds to arrive in, and who is trusted stands in the workspace,
    /// which others may have for longer.
    private Reply ask(Inbound request) throws InterruptedException {
        if (!request.method().equals("POST")) {
            throw notAllowed("POST");
        }
        callers.requireShown(request);
        RunOrder order = Asking.read(request.object());
        Caller caller = callers.of(request);
        paces.count(caller.workload().text());
        return reply(request, caller, by -> new Errand.Ask(by, order));
    }

    private Reply one(Inbound request, String id) throws InterruptedException {
        return switch (request.method()) {
            case "GET" -> reply(request, callers.of(request), by -> new Errand.Look(by, id));
            case "DELETE" -> reply(request, callers.of(request), by -> new Errand.TakeBack(by, id));
            default -> throw notAllowed("GET, DELETE");
        };
    }

    /// Where another trust holds by now under the name by which the caller was known, they are looked at again.
    private Reply reply(Inbound request, Caller caller, Function<Caller, Errand> wanted) throws InterruptedException {
        Slip slip = turns.take(wanted.apply(caller));
        if (slip.kind() != Slip.Kind.TRUST_CHANGED) {
            return reply(slip, caller.workload());
        }
        trusts.hear(slip);
        Caller again = callers.of(request);
        return reply(turns.take(wanted.apply(again)), again.workload());
    }

    private Reply reply(Slip slip, Workload by) {
        String id = slip.requestId();
        String workload = by.text();
        return switch (slip.kind()) {
            case ALLOWED -> {
                told.accept(MESSAGES.text("told.allowed", id), workload);
                yield Reply.json(201, slip.json()).with(location(id));
            }
            case NEEDS_SIGNATURES -> {
                told.accept(MESSAGES.text("told.needs", id), workload);
                yield Reply.json(202, slip.json()).with(location(id));
            }
            case REFUSED -> {
                told.accept(MESSAGES.text("told.refused", id), workload);
                throw Problem.of(ProblemKind.POLICY_REFUSES, slip.words(), slip.json());
            }
            case WITHDRAWN -> {
                told.accept(MESSAGES.text("told.withdrawn", id), workload);
                yield Reply.json(200, slip.json());
            }
            case FOUND -> Reply.json(200, slip.json());
            case NOT_DONE -> throw Problem.of(kind(slip.why()), slip.words());
            // twice within one request
            case TRUST_CHANGED -> throw Problem.of(ProblemKind.NOT_TRUSTED, MESSAGES.text("changed"));
            case FAULT, TRUSTS, SENDERS, SIGNALLED -> {
                told.accept(MESSAGES.text("told.fault", slip.why()), workload);
                throw Problem.of(ProblemKind.FAULT, slip.words().isEmpty() ? MESSAGES.text("unclear") : slip.words());
            }
        };
    }

    private static Map<String, String> location(String id) {
        return Map.of("Location", "/" + ROOT + "/" + REQUESTS + "/" + id);
    }

    private static ProblemKind kind(String why) {
        return switch (why) {
            case "UNKNOWN_REQUEST" -> ProblemKind.NOT_FOUND;
            case "NOT_TRUSTED", "WRONG_KEY" -> ProblemKind.NOT_TRUSTED;
            case "ILLEGAL_STATE" -> ProblemKind.ILLEGAL_STATE;
            case "TOO_MANY_OPEN" -> ProblemKind.TOO_MANY_OPEN;
            default -> ProblemKind.INVALID;
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
