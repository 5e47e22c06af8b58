package dev.curfew.governance.judgement;

import dev.curfew.governance.policy.question.Access;
import dev.curfew.governance.policy.question.Circumstances;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.Requester;
import dev.curfew.governance.policy.question.Verb;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.governance.target.Environments;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;

/// A request with everything that is known about it, put as a question to the policies.
record Case(
        Transaction transaction,
        Snapshot snapshot,
        ExceptionRequest request,
        AddedReach adds,
        Circumstances.Approval approval,
        Parties.Known parties) {
    Question question(Instant now) {
        return new Question(requester(), verb(), access(), circumstances(now));
    }

    private Requester requester() {
        return Workload.of(request.requester())
                .map(workload -> new Requester(Requester.Kind.WORKLOAD, workload.name()))
                .orElseGet(() -> Requester.officer(request.requester()));
    }

    private Verb verb() {
        if (request.claims().containsKey(ExceptionRequest.EXTENDS)) {
            return Verb.EXTEND;
        }
        return request.claims().containsKey(ExceptionRequest.RENEWS) ? Verb.RENEW : Verb.ISSUE;
    }

    private Access access() {
        return new Access(
                request.policy().text(),
                source().value(),
                PolicyTexts.of(snapshot, request.policy()).map(Policy::kind).orElse(Environments.UNKNOWN));
    }

    private Circumstances circumstances(Instant now) {
        History history = History.of(transaction, request, now);
        ReadingAge age = ReadingAge.of(snapshot, source(), now);
        return new Circumstances(
                "time-box",
                Environments.of(transaction, source()),
                request.reason(),
                request.claims().get("ticket"),
                request.claims().get("repository"),
                request.claims().get("workload"),
                request.claims().get("destination"),
                parties.risk(),
                null,
                request.duration().toSeconds(),
                history.renewals(),
                history.activePercent(),
                age.seconds(),
                age.whole(),
                Circumstances.Time.of(now),
                Weight.of(adds),
                approval,
                parties.requester(),
                parties.holder());
    }

    private SourceName source() {
        return request.policy().source();
    }
}
