package dev.curfew.app.usecase.run;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.exception.Exceptions;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.issue.Closure;
import dev.curfew.governance.issue.Windows;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.run.Leased;
import dev.curfew.governance.run.RunBook;
import dev.curfew.governance.run.RunBook.Unfinished;
import dev.curfew.governance.run.RunEnd;
import dev.curfew.governance.run.RunStart;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.Proof;
import dev.curfew.revocation.journal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Commands that run with a credential issued for them alone: the policies decide, the source issues, and when the
/// command is over so is the credential (principles S04, S05, S06).
public final class Runs {
    /// The actor of what Curfew does by itself.
    private static final String CURFEW = "curfew";

    private final Books books;
    private final Office office;
    private final Exceptions exceptions;
    private final Windows windows;
    private final Targets targets;
    private final Proving proving;
    private final RunBook runs;
    private final Leasing leasing;
    private final LeasedPaths paths;
    private final LeaseUses uses;

    public Runs(
            Books books,
            Estate estate,
            Office office,
            Exceptions exceptions,
            Windows windows,
            Targets targets,
            Proving proving) {
        this.books = books;
        this.office = office;
        this.exceptions = exceptions;
        this.windows = windows;
        this.targets = targets;
        this.proving = proving;
        runs = new RunBook(office);
        leasing = new Leasing(targets, office.clock());
        paths = new LeasedPaths(estate);
        uses = new LeaseUses(estate, targets);
    }

    /// Asks the policies.
    ///
    /// @param named by a policy, or by where its source hands something out
    /// @throws Refused if the policy is unknown or ambiguous, or the duration over the ceiling
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Asked ask(OfficerLogin requester, RunOrder named) {
        RunOrder order = paths.resolve(named);
        return switch (exceptions.submit(
                requester, order.policy(), order.duration(), order.purpose(), order.claims())) {
            case Outcome.Done<ExceptionRequest>(ExceptionRequest request) -> standing(request);
            case Outcome.Refused<ExceptionRequest>(Refusal why, String words)
            when why == Refusal.POLICY_REFUSES -> new Asked.Refused(words);
            case Outcome.Refused<ExceptionRequest> other -> throw Outcomes.failure(other);
        };
    }

    /// How a request stands that was made before.
    ///
    /// @throws Refused if there is none, or it was used
    public Asked standing(String requestId) {
        return standing(exceptions.find(requestId).request());
    }

    private Asked standing(ExceptionRequest request) {
        return request.state() == RequestState.PENDING
                ? new Asked.NeedsSignatures(
                        request, exceptions.review(request.id()).judgement().words())
                : new Asked.Allowed(request);
    }

    /// Has the credential issued, tries it, and enters that a command runs with it.
    ///
    /// @param program the command's first word
    /// @throws Refused as `Exceptions.issue`
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    public Job begin(OfficerLogin officer, ExceptionRequest request, String program) throws InterruptedException {
        Job job = Job.of(request, exceptions.issueForRun(officer, request.id()), officer.name());
        boolean begun = false;
        try {
            job = job.tried(proving.accepted(job.credential(), job.value()));
            job = job.found(variables(job));
            job = job.leased(leasing.begin(request, job.window(), job.value()));
            job = job.used(used(job));
            enter(job, program);
            begun = true;
            return job;
        } finally {
            if (!begun) {
                job.close();
                takeBack(job.window(), officer.name());
            }
        }
    }

    private LeaseUse used(Job job) throws InterruptedException {
        String path = job.request().claims().getOrDefault(ExceptionRequest.LEASE, "");
        return job.lease().isPresent() ? uses.before(job.lease().get(), path) : new LeaseUse.NoLogin();
    }

    private Map<String, Secret> variables(Job job) {
        return targets.issuer(job.credential().source())
                .map(issuer -> issuer.variables(job.credential(), job.value()))
                .orElse(Map.of());
    }

    private void enter(Job job, String program) {
        RunStart start = new RunStart(
                Runners.here(office.device().id()), program, job.lease().map(Leased::of));
        books.write(transaction -> runs.started(transaction, job.request(), job.officer(), start));
    }

    /// Also if this thread was asked to stop: nobody will use it.
    private void takeBack(Window window, String officer) {
        boolean interrupted = Thread.interrupted();
        try {
            // Where it cannot be ended its window stays open, and is closed when it is due.
            finish(window, officer);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What was handed out is taken back first, so that its source says whether it could. Whatever comes between, the
    /// credential is ended.
    private Optional<LeaseEnd> takenBack(Optional<Leased> leased, Window window, String actor)
            throws InterruptedException {
        if (leased.isEmpty()) {
            return Optional.empty();
        }
        boolean told = false;
        try {
            LeaseEnd end = leasing.end(leased.get());
            told = true;
            return Optional.of(end);
        } finally {
            if (!told) {
                takeBack(window, actor);
            }
        }
    }

    /// Ends the credential, proves it, and enters both. What stops it before that, [#sweep] enters later.
    ///
    /// @param exitCode the command's, where it has one
    public JobReport end(Job job, RunEnd how, OptionalInt exitCode) throws InterruptedException {
        Optional<LeaseEnd> taken = takenBack(job.lease().map(Leased::of), job.window(), job.officer());
        Optional<String> trouble = finish(job.window(), job.officer());
        Proof proof = proving.gone(job, office.clock().instant());
        Optional<LeaseEnd> lease = taken.isPresent() ? Optional.of(tried(job.use(), taken.get())) : taken;
        Map<String, Object> details = new LinkedHashMap<>(Words.of(proof));
        exitCode.ifPresent(code -> details.put("exitCode", code));
        trouble.ifPresent(words -> details.put("trouble", words));
        lease.ifPresent(end -> details.putAll(end.toJson()));
        enter(job.request(), job.officer(), how, details);
        return new JobReport(now(job.window()), trouble, proof, lease);
    }

    private LeaseEnd tried(LeaseUse use, LeaseEnd taken) throws InterruptedException {
        return switch (use) {
            case LeaseUse.NoLogin _ -> taken;
            case LeaseUse.Untried(String why) -> taken.untried(why);
            case LeaseUse.LetIn(CredentialId login, Secret password) ->
                taken.tried(proving.gone(login, password, true, taken.outcome().at()));
        };
    }

    /// Ends what is left of runs on this machine whose Curfew went away.
    ///
    /// @return one report for each; none if there are none
    /// @throws Refused if the workspace is read-only
    public List<JobReport> sweep() throws InterruptedException {
        List<Unfinished> left = books.write(runs::unfinished);
        List<JobReport> reports = new ArrayList<>();
        for (Unfinished one : left) {
            if (Runners.isGone(one.runner(), office.device().id())) {
                reports.add(abandoned(one));
            }
        }
        return reports;
    }

    private JobReport abandoned(Unfinished run) throws InterruptedException {
        Window window = run.window();
        Optional<LeaseEnd> lease = takenBack(run.leased(), window, CURFEW);
        Optional<String> trouble = window.isOpen() ? finish(window, CURFEW) : Optional.empty();
        Proof proof = proving.withoutValue(window.credential());
        if (trouble.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>(Words.of(proof));
            lease.ifPresent(end -> details.putAll(end.toJson()));
            enter(run.request(), CURFEW, RunEnd.ABANDONED, details);
        }
        return new JobReport(now(window), trouble, proof, lease);
    }

    private void enter(ExceptionRequest request, String actor, RunEnd how, Map<String, Object> details) {
        books.write(transaction -> runs.ended(transaction, request, actor, how, details));
    }

    private Window now(Window window) {
        return books.read(transaction -> transaction.windows().find(window.id()))
                .orElse(window);
    }

    /// Why it was not ended; empty if it was, or somebody else had ended it.
    private Optional<String> finish(Window window, String actor) throws InterruptedException {
        return switch (windows.finish(window.id(), actor)) {
            case Outcome.Done<Closure> _ -> Optional.empty();
            case Outcome.Refused<Closure>(Refusal why, String words) ->
                why == Refusal.ILLEGAL_STATE ? Optional.empty() : Optional.of(words);
        };
    }
}
