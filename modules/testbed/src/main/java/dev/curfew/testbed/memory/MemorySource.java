package dev.curfew.testbed.memory;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source that issues, revokes and answers, truthfully unless a test scripts it otherwise.
public final class MemorySource implements Issuer, Revoker, Probe {
    private final SourceName name;
    private final InstantSource clock;
    private final Map<PolicyId, String> policies = new HashMap<>();
    private final Map<CredentialId, Live> live = new LinkedHashMap<>();
    private final Map<CredentialId, String> values = new HashMap<>();
    private final Deque<ProbeOutcome> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private int issued;

    /// Thrown by the next `issue`, which then has issued nothing, if set.
    private @Nullable SourceException issueFailure;

    /// Answered by every `act` instead of acting, if set.
    private @Nullable ActionOutcome actAnswer;

    /// Thrown by every `list`, if set.
    private @Nullable SourceException listFailure;

    /// Given on top of the duration asked for.
    private Duration overrun = Duration.ZERO;

    private record Live(String label, Instant endsAt) {}

    public MemorySource(SourceName name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    public void policy(PolicyId id, String text) {
        policies.put(id, text);
    }

    /// A credential that is there already.
    public void give(CredentialId id, String value) {
        live.put(id, new Live("", Instant.MAX));
        values.put(id, value);
    }

    public void failIssue(@Nullable SourceException failure) {
        issueFailure = failure;
    }

    public void failList(@Nullable SourceException failure) {
        listFailure = failure;
    }

    public void answerActs(@Nullable ActionOutcome answer) {
        actAnswer = answer;
    }

    public void overrun(Duration by) {
        overrun = by;
    }

    /// Answers to the next tries, whatever is true.
    public void answerTries(List<ProbeOutcome> outcomes) {
        answers.addAll(outcomes);
    }

    /// What was asked of it, in order: `issue`, `act aws.delete-access-key`, `try`, `list`.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /// The credentials that work now.
    public List<CredentialId> working() {
        return live.entrySet().stream()
                .filter(entry -> clock.instant().isBefore(entry.getValue().endsAt()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public String label(CredentialId id) {
        return Optional.ofNullable(live.get(id)).map(Live::label).orElse("");
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        calls.add("issue");
        if (issueFailure != null) {
            throw issueFailure;
        }
        CredentialId id = new CredentialId(name, "accessor-" + ++issued);
        Instant now = clock.instant();
        Instant endsAt = now.plus(order.duration()).plus(overrun);
        live.put(id, new Live(order.label(), endsAt));
        values.put(id, "value-" + issued);
        return new Issued(
                id,
                Secret.of("value-" + issued),
                now,
                endsAt,
                new Enforcement(true, name.value(), "explicit maximum lifetime"));
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        calls.add("policy");
        return Optional.ofNullable(policies.get(policy))
                .orElseThrow(() -> new SourceException(SourceException.Kind.REFUSED, "no such policy"));
    }

    @Override
    public synchronized ActionOutcome act(Action action, CredentialId credential) {
        calls.add("act " + action.code());
        if (actAnswer != null) {
            return actAnswer;
        }
        return live.remove(credential) == null
                ? new ActionOutcome.AlreadyDone(clock.instant(), "404")
                : new ActionOutcome.Done(clock.instant(), "204");
    }

    @Override
    public synchronized ProbeOutcome attempt(CredentialId credential, Secret value) {
        calls.add("try");
        ProbeOutcome scripted = answers.poll();
        if (scripted != null) {
            return scripted;
        }
        return working().contains(credential)
                ? new ProbeOutcome.Accepted(clock.instant(), "200")
                : new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, "403");
    }

    @Override
    public synchronized ListingEvidence list(CredentialId credential) {
        calls.add("list");
        if (listFailure != null) {
            throw listFailure;
        }
        return working().contains(credential)
                ? new ListingEvidence.Listed(clock.instant(), true, "")
                : new ListingEvidence.NotListed(clock.instant(), "");
    }

    /// Knows the value as long as the credential works, as OpenBao does.
    @Override
    public synchronized boolean belongs(CredentialId credential, Secret value) {
        return working().contains(credential) && value.reveal().equals(values.get(credential));
    }
}
