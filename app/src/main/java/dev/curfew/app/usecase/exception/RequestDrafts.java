package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.Answer;
import dev.curfew.governance.request.Drafts;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests that are kept before anybody is asked.
public final class RequestDrafts {
    private final Exceptions exceptions;
    private final Officers officers;
    private final Drafts drafts;

    public RequestDrafts(Exceptions exceptions, Officers officers, Drafts drafts) {
        this.exceptions = exceptions;
        this.officers = officers;
        this.drafts = drafts;
    }

    /// @throws dev.curfew.app.usecase.Refused as `Exceptions.request`, without what the policies in force say
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase keep(
            OfficerLogin requester, String policy, Duration duration, String reason, Map<String, String> claims) {
        RequestOrder order = new RequestOrder(exceptions.policy(policy), duration, reason, claims);
        return with(requester, key -> drafts.keep(key, order));
    }

    /// @param duration null where it stays
    /// @param reason null where it stays
    /// @param claims what changes of them; what is blank goes
    /// @throws dev.curfew.app.usecase.Refused as [#keep], or if it is no draft of theirs
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase change(
            OfficerLogin requester,
            String id,
            @Nullable Duration duration,
            @Nullable String reason,
            Map<String, String> claims) {
        ExceptionRequest before = exceptions.find(id).request();
        Map<String, String> all = new HashMap<>(before.claims());
        all.putAll(claims);
        all.values().removeIf(String::isBlank);
        RequestOrder order = new RequestOrder(
                before.policy(),
                duration == null ? before.duration() : duration,
                reason == null ? before.reason() : reason,
                all);
        return with(requester, key -> drafts.change(key, id, order));
    }

    /// @throws dev.curfew.app.usecase.Refused if it is no draft of theirs, or the policies in force refuse it: then it
    ///     stays a draft
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase submit(OfficerLogin requester, String id) {
        return with(requester, key -> drafts.submit(key, id).then(RequestDrafts::accepted));
    }

    private static Outcome<ExceptionRequest> accepted(Answer answer) {
        return answer.judgement().refuses()
                ? Outcome.refused(Refusal.POLICY_REFUSES, answer.request().id(), answer.words())
                : Outcome.done(answer.request());
    }

    /// @throws dev.curfew.app.usecase.Refused if it is no draft of theirs
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase discard(OfficerLogin requester, String id) {
        return with(requester, key -> drafts.discard(key, id));
    }

    private ExceptionCase with(OfficerLogin requester, Function<OfficerKey, Outcome<ExceptionRequest>> what) {
        try (OfficerKey key = officers.unlock(requester)) {
            return exceptions.find(Outcomes.require(what.apply(key)).id());
        }
    }
}
