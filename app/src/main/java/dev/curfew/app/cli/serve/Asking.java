package dev.curfew.app.cli.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Reads what is asked for, as `openapi.json` has it.
final class Asking {
    private static final Messages MESSAGES = Messages.of(Asking.class);

    /// The longest id that a source has, an ARN.
    private static final int ROLE_MAX = 2048;

    private static final int PURPOSE_MAX = 1000;
    private static final int CLAIM_MAX = 200;
    private static final long SECONDS_MAX = Duration.ofDays(366).toSeconds();

    private static final String TTL = "ttlSeconds";
    private static final List<String> CONTEXT = List.of("repository", "destination");

    private Asking() {}

    /// @throws Problem for a field that is missing, unknown, too long or of another type
    static RunOrder read(ObjectNode body) {
        only(body, List.of("role", TTL, "purpose", "ticket", "context", ExceptionRequest.STARTS));
        Map<String, String> claims = new HashMap<>();
        claim(claims, body, "ticket");
        claim(claims, body, ExceptionRequest.STARTS);
        JsonNode context = body.path("context");
        if (context instanceof ObjectNode fields) {
            only(fields, CONTEXT);
            CONTEXT.forEach(name -> claim(claims, fields, name));
        } else if (!context.isMissingNode()) {
            throw wrong("context");
        }
        return new RunOrder(
                required(body, "role", ROLE_MAX), ttl(body), required(body, "purpose", PURPOSE_MAX), claims);
    }

    private static void only(ObjectNode node, List<String> known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                throw Problem.of(ProblemKind.MALFORMED, MESSAGES.text("unknown", String.join(", ", known)));
            }
        }
    }

    private static Duration ttl(ObjectNode body) {
        JsonNode seconds = body.path(TTL);
        if (!seconds.isIntegralNumber()
                || !seconds.canConvertToLong()
                || seconds.asLong() < 1
                || seconds.asLong() > SECONDS_MAX) {
            throw wrong(TTL);
        }
        return Duration.ofSeconds(seconds.asLong());
    }

    private static String required(ObjectNode body, String name, int charactersMax) {
        JsonNode value = body.path(name);
        if (!value.isTextual()
                || value.asText().isBlank()
                || value.asText().length() > charactersMax
                || value.asText().chars().anyMatch(Character::isISOControl)) {
            throw wrong(name);
        }
        return value.asText().strip();
    }

    private static void claim(Map<String, String> claims, ObjectNode body, String name) {
        if (body.has(name)) {
            claims.put(name, required(body, name, CLAIM_MAX));
        }
    }

    private static Problem wrong(String name) {
        return Problem.of(ProblemKind.MALFORMED, MESSAGES.text("wrong", name));
    }
}
