package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.facts.AccountFacts;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.facts.Gaps;
import dev.curfew.connector.aws.facts.Scopes;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads an account: who we are, the authorization details, every user's keys and password, then its other parts.
public final class AwsObserver implements Observer {
    private final Account account;
    private final List<Part> parts;

    /// @param parts what is read besides, in turn
    public AwsObserver(Account account, List<Part> parts) {
        this.account = account;
        this.parts = List.copyOf(parts);
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return observe(progress, true);
    }

    /// @param withCredentials whether each user's keys and password are read too
    public Observation observe(Progress progress, boolean withCredentials) throws InterruptedException {
        Instant started = account.now();
        try (AwsKey key = account.readingKey()) {
            AwsAnswer identity = account.client().call(AwsCall.callerIdentity(true), key);
            if (Answers.isHopeless(identity)) {
                throw Answers.failure(identity);
            }
            Optional<Caller> caller = Caller.of(identity);
            DetailPages pages = new DetailPages(account.client(), key, progress);
            pages.read();
            refuseNothing(caller, pages);
            Optional<CredentialSweep> sweep =
                    withCredentials ? Optional.of(new CredentialSweep(account, key, progress)) : Optional.empty();
            return observe(started, caller, pages, sweep, new Asking(account.client(), key));
        }
    }

    private Observation observe(
            Instant started, Optional<Caller> caller, DetailPages pages, Optional<CredentialSweep> sweep, Asking asking)
            throws InterruptedException {
        AccountDetails details = pages.details();
        FactSet facts = new FactSet();
        Set<String> own = new HashSet<>(account.ownRoles());
        caller.ifPresent(found -> own.addAll(found.identities(details)));
        ActingKey acting = ActingKey.of(account, asking, details);
        own.addAll(acting.identities());
        Gaps gaps = AccountFacts.collect(account.source(), details, own, facts);
        caller.ifPresent(found -> found.accountArn()
                .ifPresent(arn -> facts.add(AccountFacts.account(account.source(), arn, found.account()))));
        if (sweep.isPresent()) {
            sweep.get().noteIfRead(acting.trouble());
            sweep.get().read(details, pages.isWhole(), facts);
        }
        List<Coverage> coverage = new ArrayList<>();
        for (Part part : parts) {
            coverage.addAll(part.read(asking, facts));
        }
        Instant finished = account.now();
        for (Coverage each : gaps.coverage(account.source(), details, finished)) {
            coverage.add(corrected(each, caller, pages));
        }
        sweep.ifPresent(it -> coverage.addAll(it.coverage(finished)));
        return new Observation(account.source(), started, finished, facts.inOrder(), coverage);
    }

    /// The details' own coverage does not know that a page was missing, nor what STS told.
    private Coverage corrected(Coverage coverage, Optional<Caller> caller, DetailPages pages) {
        SourceName source = coverage.source();
        if (coverage.scope().equals(Scopes.ACCOUNT)) {
            boolean isKnown =
                    coverage.items() > 0 || caller.flatMap(Caller::accountArn).isPresent();
            return isKnown
                    ? new Coverage(source, Scopes.ACCOUNT, CoverageState.READ, "", 1, coverage.at())
                    : new Coverage(
                            source, Scopes.ACCOUNT, CoverageState.FAILED, word("account.unknown"), 0, coverage.at());
        }
        return pages.isWhole()
                ? coverage
                : new Coverage(
                        source, coverage.scope(), pages.state(), pages.detail(), coverage.items(), coverage.at());
    }

    private static void refuseNothing(Optional<Caller> caller, DetailPages pages) {
        if (pages.failure().filter(Answers::isHopeless).isPresent()) {
            throw Answers.failure(pages.failure().get());
        }
        if (caller.isEmpty() && !pages.isWhole() && pages.details().present().isEmpty()) {
            throw pages.failure()
                    .map(Answers::failure)
                    .orElseGet(() -> new SourceException(
                            SourceException.Kind.MALFORMED, word("source.foreign", pages.detail())));
        }
    }

    private static String word(String key, Object... arguments) {
        return Messages.of(AwsObserver.class).text(key, arguments);
    }
}
