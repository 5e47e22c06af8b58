package dev.curfew.app.usecase.counter;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Frames;
import dev.curfew.app.usecase.signal.Signals;
import dev.curfew.app.usecase.workload.Workloads;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.Answer;
import dev.curfew.governance.request.Review;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.governance.signal.SignalBook.Receipt;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does errands where a workspace is open. Who asks is held to the ledger once more, for whatever they want: a trust
/// may have been withdrawn, or made anew, since they were recognised.
public final class Clerk {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private static final Messages MESSAGES = Messages.of(Clerk.class);

    /// What a caller can be refused for. The rest was tampered with, or cannot be asked: none of the caller's doing.
    private static final Set<Refusal> CALLERS = Set.of(
            Refusal.UNKNOWN_REQUEST,
            Refusal.NOT_TRUSTED,
            Refusal.WRONG_KEY,
            Refusal.ILLEGAL_STATE,
            Refusal.TOO_MANY_OPEN,
            Refusal.NO_REASON,
            Refusal.TOO_SHORT,
            Refusal.TOO_LONG,
            Refusal.BAD_START,
            Refusal.UNKNOWN_POLICY,
            Refusal.UNKNOWN_SENDER,
            Refusal.SIGNAL_UNPROVEN,
            Refusal.SIGNAL_MALFORMED,
            Refusal.SIGNAL_NOT_BELIEVED,
            Refusal.TOO_MANY_SIGNALS,
            Refusal.AMBIGUOUS);

    private final Supplier<List<WorkloadTrust>> trusts;
    private final Supplier<Workloads> workloads;
    private final Supplier<Signals> signals;
    private final boolean readOnly;

    /// @param trusts that hold now
    public Clerk(
            Supplier<List<WorkloadTrust>> trusts,
            Supplier<Workloads> workloads,
            Supplier<Signals> signals,
            boolean readOnly) {
        this.signals = signals;
        this.trusts = trusts;
        this.workloads = workloads;
        this.readOnly = readOnly;
    }

    public static Clerk at(Desk desk) {
        return new Clerk(() -> desk.workloadTrusts().list(), desk::workloads, desk::signals, desk.readOnly());
    }

    /// Whatever goes wrong is told: the pipeline that waits for it may be another process's.
    public Slip does(Errand errand) {
        Progress progress = new Progress();
        try {
            return does(errand, progress);
        } catch (RuntimeException fault) {
            // its message may quote anything
            LOG.error("a fault in serving: {}", Frames.of(fault));
            return progress.entered == null ? Slip.of(Slip.Kind.FAULT, Map.of()) : progress.entered;
        }
    }

    /// What is already so, whatever goes wrong after.
    private static final class Progress {
        private @Nullable Slip entered;
    }

    private Slip does(Errand errand, Progress progress) {
        if (readOnly) {
            return new Slip(Slip.Kind.NOT_DONE, "", MESSAGES.text("read-only"), Map.of());
        }
        return switch (errand) {
            case Errand.Trusts() -> Slip.trusts(Slip.Kind.TRUSTS, trusts.get());
            case Errand.Senders() ->
                Slip.senders(signals.get().senders().list().stream()
                        .map(Admitted::sender)
                        .toList());
            case Errand.Deliver(String sender, Delivery delivery) ->
                told(signals.get().deliver(sender, delivery), Clerk::signalled);
            case Errand.Signal(Sender sender, List<Tip> tips) ->
                told(signals.get().enter(sender, tips), Clerk::signalled);
            case Errand.Ask ask -> unless(trusts.get(), ask.by()).orElseGet(() -> ask(ask, progress));
            case Errand.Look(Caller by, String id) ->
                unless(trusts.get(), by).orElseGet(() -> told(workloads.get().find(by.workload(), id), Clerk::found));
            case Errand.TakeBack(Caller by, String id) ->
                unless(trusts.get(), by)
                        .orElseGet(() -> told(
                                workloads.get().withdraw(by.workload(), id),
                                request -> Slip.of(Slip.Kind.WITHDRAWN, AnswerJson.request(request))));
        };
    }

    /// Why nothing is done for them; empty if it is.
    private static Optional<Slip> unless(List<WorkloadTrust> now, Caller by) {
        String subject = by.workload().subject();
        if (now.stream().anyMatch(trust -> trust.hash().equals(by.trustHash()) && trust.admits(subject))) {
            return Optional.empty();
        }
        boolean another =
                now.stream().anyMatch(trust -> trust.name().equals(by.workload().trust()));
        return Optional.of(
                another
                        ? Slip.trusts(Slip.Kind.TRUST_CHANGED, now)
                        : Slip.refused(
                                Refusal.NOT_TRUSTED,
                                Refusal.NOT_TRUSTED.words(by.workload().text())));
    }

    /// Whom it names is not told: a sender finds out nothing about what there is here.
    private static Slip signalled(List<Receipt> receipts) {
        List<Map<String, Object>> all = receipts.stream()
                .map(receipt -> Map.<String, Object>of(
                        "id", receipt.taken().signal().id(),
                        "kind", receipt.taken().signal().tip().kind().code(),
                        "known", receipt.known()))
                .toList();
        return Slip.of(Slip.Kind.SIGNALLED, Map.of("signals", all));
    }

    /// It is entered before it is explained: what goes wrong in explaining it leaves it as it stands.
    private Slip ask(Errand.Ask ask, Progress progress) {
        Outcome<Answer> asked = workloads.get().ask(ask.by().workload(), ask.order());
        return told(asked, answer -> {
            progress.entered = decided(answer);
            return decided(workloads.get().explained(answer));
        });
    }

    private static Slip decided(Answer answer) {
        Map<String, Object> said = AnswerJson.decided(answer.judgement(), answer.alternatives());
        if (answer.judgement().refuses()) {
            said.put("id", answer.request().id());
            return new Slip(Slip.Kind.REFUSED, "", answer.judgement().words(), said);
        }
        Map<String, Object> json = AnswerJson.request(answer.request());
        json.putAll(said);
        return Slip.of(answer.judgement().allows() ? Slip.Kind.ALLOWED : Slip.Kind.NEEDS_SIGNATURES, json);
    }

    /// To what is over the policies have nothing to say.
    private static Slip found(Review review) {
        Map<String, Object> json = AnswerJson.request(review.request());
        if (!review.request().state().isTerminal()) {
            json.putAll(AnswerJson.decided(review.judgement(), review.alternatives()));
        }
        return Slip.of(Slip.Kind.FOUND, json);
    }

    /// What the caller could not have avoided is a fault here, and whoever looks after the workspace has to hear of it.
    private static Slip refused(Refusal why, String words) {
        if (CALLERS.contains(why)) {
            return Slip.refused(why, words);
        }
        LOG.error("refused for no reason of the caller's: {} {}", why, words);
        return new Slip(Slip.Kind.FAULT, why.name(), words, Map.of());
    }

    private static <T> Slip told(Outcome<T> outcome, Function<T, Slip> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(Refusal why, String words) -> refused(why, words);
        };
    }
}
