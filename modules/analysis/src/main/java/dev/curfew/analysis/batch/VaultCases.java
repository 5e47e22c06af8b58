package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.vault.MergedRule;
import dev.curfew.analysis.vault.RequestValues;
import dev.curfew.analysis.vault.VaultAcl;
import dev.curfew.analysis.vault.VaultOperation;
import dev.curfew.analysis.vault.VaultRequest;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// OpenBao and Vault: a path, and exactly the policies that count for it.
public final class VaultCases implements CaseEvaluator {
    private static final Messages MESSAGES = Messages.of(VaultCases.class);

    /// The text that stands for the built-in policy; as a policy's text it would be refused.
    private static final String ROOT = "root";

    private static final Pattern SLASHES = Pattern.compile("^/+|/+$");

    /// The longest wrapping that is told apart: some 30 years. The server's clock ends some time after.
    private static final long WRAP_SECONDS_MAX = 1_000_000_000;

    private final InstantSource clock;

    /// @param clock when rules with an expiration, and templates with a time, are looked at
    public VaultCases(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ObjectNode evaluate(JsonText text) throws CaseException {
        CaseObject given = CaseObject.of(text);
        Instant now = clock.instant();
        String path = given.text("path");
        List<VaultPolicy> policies = policies(given, now);
        VaultAcl acl = new VaultAcl(policies, VaultEntities.read(given).orElse(null), now, namespace(given));
        if (!acl.isRoot() && !acl.undecided().isEmpty()) {
            throw new CaseException(MESSAGES.text("vault.forbidden", String.join(", ", acl.undecided())));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode capabilities = answer.putArray("capabilities");
        acl.capabilities(path).forEach(capabilities::add);
        Optional<VaultOperation> operation = operation(given);
        List<DecidingStatement> decidedBy =
                acl.rule(path, true).map(MergedRule::statements).orElse(List.of());
        if (operation.isPresent()) {
            Decision decision = decide(acl, given, path, operation.get());
            answer.put("allowed", decision.allowed());
            decidedBy = decision.decidedBy();
        }
        write(answer.putArray("decidedBy"), acl.isRoot() ? List.of() : decidedBy, policies);
        return answer;
    }

    /// The server takes every list and scan for one of a path that ends in a slash; `sys/capabilities` takes it as it
    /// is.
    private static String listed(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private record Decision(boolean allowed, List<DecidingStatement> decidedBy) {}

    private static Decision decide(VaultAcl acl, CaseObject given, String path, VaultOperation operation)
            throws CaseException {
        if (operation.free()) {
            return new Decision(true, List.of());
        }
        String asked = operation.lists() ? listed(path) : path;
        VaultRequest request = new VaultRequest(asked, operation.needs(), parameters(given), wrap(given));
        Evaluation decision = acl.evaluate(request);
        boolean allowed = decision instanceof Evaluation.Allowed || decision instanceof Evaluation.Conditional;
        List<DecidingStatement> decidedBy = decision.decidedBy();
        if (decidedBy.isEmpty()) {
            // the rule that applies is why not, for it does not grant this
            decidedBy = acl.rule(asked, operation.lists())
                    .map(MergedRule::statements)
                    .orElse(List.of());
        }
        return new Decision(allowed, decidedBy);
    }

    /// A path that stands twice in a policy is one.
    private static void write(ArrayNode to, List<DecidingStatement> decidedBy, List<VaultPolicy> policies) {
        Set<ObjectNode> blocks = new LinkedHashSet<>();
        for (DecidingStatement statement : decidedBy) {
            int policy = Integer.parseInt(statement.policy());
            blocks.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("policy", policy)
                    .put("path", policies.get(policy).path(statement.statement())));
        }
        to.addAll(blocks);
    }

    /// A policy is its text, which is one of the root namespace, or an object with its text and its namespace.
    private static List<VaultPolicy> policies(CaseObject given, Instant now) throws CaseException {
        int list = given.list("policies");
        if (list < 0) {
            throw given.missing("policies");
        }
        JsonText json = given.json();
        List<VaultPolicy> policies = new ArrayList<>(json.size(list));
        int each = json.first(list);
        for (int i = 0; i < json.size(list); i++) {
            String name = String.valueOf(i);
            if (json.isText(each)) {
                policies.add(policy(name, json.text(each), now));
            } else if (json.isObject(each)) {
                CaseObject it = new CaseObject(json, each, given, "policies", i);
                policies.add(policy(name, it.text("policy"), now).in(namespace(it)));
            } else {
                throw given.wrong("policies[" + name + "]", "text");
            }
            each = json.after(each);
        }
        return policies;
    }

    private static VaultPolicy policy(String name, String text, Instant now) throws CaseException {
        try {
            return text.strip().equals(ROOT)
                    ? new VaultPolicy(name, true, List.of())
                    : VaultPolicy.parse(name, text, now);
        } catch (PolicySyntaxException e) {
            throw new CaseException(MESSAGES.text("vault.policy", name, String.valueOf(e.getMessage())));
        }
    }

    /// As the server writes one: without a slash at its start, with one at its end.
    private static String namespace(CaseObject given) throws CaseException {
        String name = SLASHES.matcher(given.textIfThere("namespace").orElse("")).replaceAll("");
        return name.isEmpty() ? "" : name + "/";
    }

    private static Optional<VaultOperation> operation(CaseObject given) throws CaseException {
        Optional<String> text = given.textIfThere("operation");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<VaultOperation> operation = VaultOperation.of(text.get());
        if (operation.isEmpty()) {
            throw new CaseException(MESSAGES.text("vault.operation", text.get()));
        }
        return operation;
    }

    private static Map<String, HclValue> parameters(CaseObject given) throws CaseException {
        Map<String, HclValue> parameters = new HashMap<>();
        if (given.objectIfThere("parameters").isPresent()) {
            given.tree("parameters")
                    .properties()
                    .forEach(field -> parameters.put(field.getKey(), RequestValues.of(field.getValue())));
        }
        return parameters;
    }

    private static @Nullable Duration wrap(CaseObject given) throws CaseException {
        if (given.any("wrapTTLSeconds") < 0) {
            return null;
        }
        JsonNode seconds = given.tree("wrapTTLSeconds");
        if (!seconds.isNumber() || seconds.doubleValue() < 0 || seconds.doubleValue() > WRAP_SECONDS_MAX) {
            throw given.wrong("wrapTTLSeconds", "number");
        }
        return Duration.ofMillis(Math.round(seconds.doubleValue() * 1_000));
    }
}
