package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// ACL policies, written by check-and-set where the server counts their versions: OpenBao does, Vault does not.
///
/// <https://openbao.org/api-docs/system/policies/>
final class OpenBaoPolicies implements PolicyKeeper {
    private static final Messages MESSAGES = Messages.of(OpenBaoPolicies.class);
    private static final String PREFIX = "policy/";

    /// What a write that does not name them would take away.
    private static final List<String> SETTINGS = List.of(
            "expiration",
            "cas_required",
            "allow_slashes_in_identity_templates",
            "allow_wildcards_in_identity_templates");

    private final BaoAccess access;
    private final Clock clock;

    OpenBaoPolicies(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public PolicyText read(PolicyId policy) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            BaoAnswer answer = session.read(path(policy));
            if (!(answer instanceof BaoAnswer.Done done)) {
                throw answer.failure(MESSAGES.text("policy-unread", name(policy), answer.words()));
            }
            JsonNode data = done.data();
            Map<String, String> settings = new LinkedHashMap<>();
            for (String setting : SETTINGS) {
                String value = data.path(setting).asText();
                if (!value.isEmpty() && !value.equals("false")) {
                    settings.put(setting, value);
                }
            }
            return new PolicyText(
                    data.path("policy").asText(), data.path("version").asText(), settings);
        }
    }

    @Override
    public ActionOutcome replace(PolicyId policy, PolicyText expected, String text) throws InterruptedException {
        try {
            PolicyText now = read(policy);
            if (!now.equals(expected)) {
                return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("policy-changed", name(policy)));
            }
            return written(policy, now, text);
        } catch (SourceException e) {
            return new ActionOutcome.Refused(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(PolicyId policy, PolicyText expected, PolicyText prior) throws InterruptedException {
        return replace(policy, expected, prior.text());
    }

    private ActionOutcome written(PolicyId policy, PolicyText now, String text) throws InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(now.settings());
        body.replaceAll((_, value) -> value.equals("true") ? true : value);
        body.put("policy", text);
        if (!now.version().isEmpty()) {
            body.put("cas", Long.parseLong(now.version()));
        }
        try (BaoSession session = access.acting()) {
            BaoAnswer answer = session.write(path(policy), body);
            if (answer instanceof BaoAnswer.Done) {
                return new ActionOutcome.Done(clock.instant(), MESSAGES.text("policy-written", name(policy)));
            }
            return answer.undone(
                    clock.instant(),
                    answer instanceof BaoAnswer.Refused
                            ? MESSAGES.text("policy-refused", name(policy), answer.words())
                            : answer.words());
        }
    }

    private static String path(PolicyId policy) {
        return "sys/policies/acl/" + BaoPath.encode(name(policy));
    }

    private static String name(PolicyId policy) {
        return policy.nativeId().startsWith(PREFIX) ? policy.nativeId().substring(PREFIX.length()) : policy.nativeId();
    }
}
