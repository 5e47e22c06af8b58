package dev.curfew.connector.openbao.timebox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The end of a policy, which OpenBao holds as its `expiration`: from then on it grants nothing to whoever holds it,
/// and is gone. Put back, it is made anew. Vault holds no such thing.
///
/// <https://openbao.org/api-docs/system/policies/>
final class ExpiringPolicies implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(ExpiringPolicies.class);
    private static final String PREFIX = "policy/";
    private static final String POLICY = "policy";
    private static final String VERSION = "version";
    private static final String EXPIRATION = "expiration";

    /// As `cas`: only where there is none.
    private static final long ABSENT = -1;

    /// What a write that does not name them would take away.
    private static final List<String> FLAGS =
            List.of("cas_required", "allow_slashes_in_identity_templates", "allow_wildcards_in_identity_templates");

    private final Writing writing;

    ExpiringPolicies(Writing writing) {
        this.writing = writing;
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        String policy = access.policy().orElseThrow().nativeId();
        if (!(writing.read(path(access)) instanceof BaoAnswer.Done done)) {
            throw refused("policy.gone", policy);
        }
        JsonNode now = done.data();
        if (now.path(VERSION).asText().isEmpty()) {
            throw refused("policy.vault", policy);
        }
        if (expiration(now).filter(at -> !at.isAfter(until)).isPresent()) {
            throw refused("policy.ends-before", policy);
        }
        return new Boxable(
                prior(now), true, MESSAGES.text("policy.how"), List.of(MESSAGES.text("policy.goes-on")), true);
    }

    private static Optional<Instant> expiration(JsonNode policy) {
        return Optional.of(policy.path(EXPIRATION).asText())
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    private static Map<String, String> prior(JsonNode now) {
        Map<String, String> prior = new TreeMap<>();
        prior.put(POLICY, now.path(POLICY).asText());
        prior.put(EXPIRATION, now.path(EXPIRATION).asText());
        FLAGS.stream().filter(flag -> now.path(flag).asBoolean()).forEach(flag -> prior.put(flag, "true"));
        return prior;
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return writing.with(path(box.access()), now -> {
            if (isBoxed(now, box)) {
                return writing.already("policy.begun", box.until());
            }
            return now instanceof BaoAnswer.Done done && prior(done.data()).equals(box.prior())
                    ? writing.write(
                            path(box.access()),
                            body(
                                    box,
                                    box.until().toString(),
                                    done.data().path(VERSION).asLong()),
                            MESSAGES.text("policy.begun", box.until()))
                    : changed(box);
        });
    }

    /// It is gone by then, unless the server's clock is behind ours: then it grants on, and is not over. Where it is
    /// another one, somebody has given it another end.
    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return writing.with(path(box.access()), now -> {
            if (now instanceof BaoAnswer.Absent) {
                return writing.already("policy.over");
            }
            return isBoxed(now, box) ? writing.refused("policy.still", name(box)) : changed(box);
        });
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return writing.with(path(box.access()), now -> {
            String prior = box.prior().getOrDefault(EXPIRATION, "");
            if (now instanceof BaoAnswer.Absent) {
                // Gone before its end, it was deleted: its expiration did not take it.
                return writing.isPast(box.until())
                        ? writing.write(path(box.access()), body(box, prior, ABSENT), MESSAGES.text("policy.back"))
                        : changed(box);
            }
            if (isBoxed(now, box) && now instanceof BaoAnswer.Done done) {
                long version = done.data().path(VERSION).asLong();
                return writing.write(path(box.access()), body(box, prior, version), MESSAGES.text("policy.back"));
            }
            return now instanceof BaoAnswer.Done done && prior(done.data()).equals(box.prior())
                    ? writing.already("policy.back")
                    : changed(box);
        });
    }

    private static boolean isBoxed(BaoAnswer now, TimeBox box) {
        return now instanceof BaoAnswer.Done done
                && done.data().path(POLICY).asText().equals(box.prior().get(POLICY))
                && expiration(done.data()).filter(box.until()::equals).isPresent();
    }

    private static Map<String, Object> body(TimeBox box, String expiration, long version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(POLICY, box.prior().getOrDefault(POLICY, ""));
        FLAGS.stream().filter(box.prior()::containsKey).forEach(flag -> body.put(flag, true));
        body.put("cas", version);
        if (!expiration.isEmpty()) {
            body.put(EXPIRATION, expiration);
        }
        return body;
    }

    private ActionOutcome changed(TimeBox box) {
        return writing.refused("policy.changed", name(box));
    }

    private static String name(TimeBox box) {
        return box.access().policy().orElseThrow().nativeId();
    }

    private static SourceException refused(String key, String policy) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, policy));
    }

    private static String path(StandingAccess access) {
        String id = access.policy().orElseThrow().nativeId();
        return "sys/policies/acl/" + BaoPath.encode(id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id);
    }
}
