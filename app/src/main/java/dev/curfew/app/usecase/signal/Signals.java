package dev.curfew.app.usecase.signal;

import dev.curfew.analysis.signal.Named;
import dev.curfew.analysis.signal.Naming;
import dev.curfew.analysis.signal.Risks;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.connector.signal.Delivery;
import dev.curfew.connector.signal.TipVerdict;
import dev.curfew.connector.signal.Webhooks;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.governance.signal.SignalBook;
import dev.curfew.governance.signal.SignalBook.Heard;
import dev.curfew.governance.signal.SignalBook.Receipt;
import dev.curfew.governance.signal.SignalBook.Taken;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes signals, says whom they are about, and what all of them make of a risk.
public final class Signals {
    private static final Messages MESSAGES = Messages.of(Signals.class);

    private final Books books;
    private final Estate estate;
    private final Officers officers;
    private final Senders senders;
    private final SignalBook book;
    private final UnaryOperator<String> keyed;
    private final InstantSource clock;

    /// @param keyed makes a keyed fingerprint
    public Signals(
            Books books,
            Estate estate,
            Officers officers,
            Senders senders,
            SignalBook book,
            UnaryOperator<String> keyed,
            InstantSource clock) {
        this.books = books;
        this.estate = estate;
        this.officers = officers;
        this.senders = senders;
        this.book = book;
        this.keyed = keyed;
        this.clock = clock;
    }

    public Senders senders() {
        return senders;
    }

    /// Newest first, settled ones too.
    public List<SignalCase> list() {
        return kept().all();
    }

    /// As [#list], with a sentence for each entry that is no signal that can be read.
    public Believed<SignalCase> kept() {
        Believed<Taken> kept = books.read(book::kept);
        Map<Signal, Named> named = risks(kept.all()).named();
        return kept.with(kept.all().reversed().stream()
                .map(taken -> new SignalCase(taken, named.getOrDefault(taken.signal(), then(taken))))
                .toList());
    }

    private static Named then(Taken taken) {
        if (taken.names().isEmpty()) {
            return new Named.Nobody();
        }
        return taken.ambiguous() ? new Named.Ambiguous(taken.names()) : new Named.Exactly(taken.names());
    }

    /// What those that stand make of everything that was last read, now.
    public Risks risks() {
        return risks(books.read(book::all));
    }

    private Risks risks(List<Taken> all) {
        return new Risks(estate.current(), SignalBook.standing(all), clock.instant());
    }

    /// A webhook, whose signature is looked at here, where the secret is.
    ///
    /// @return what was entered, nothing where it says nothing that raises a risk; or UNKNOWN_SENDER, SIGNAL_UNPROVEN,
    ///     SIGNAL_MALFORMED, or as [#enter]
    public Outcome<List<Receipt>> deliver(String name, Delivery delivery) {
        Optional<Sender> sender = senders.find(name).map(Admitted::sender);
        if (sender.isEmpty() || !(sender.get().proof() instanceof Sender.Proof.Shared(Sender.Envelope envelope))) {
            return Outcome.refused(Refusal.UNKNOWN_SENDER, name);
        }
        Optional<Secret> secret = senders.secret(sender.get());
        if (secret.isEmpty()) {
            return Outcome.refused(Refusal.SIGNAL_UNPROVEN, name, MESSAGES.text("no-secret"));
        }
        try (Secret held = secret.get()) {
            return switch (Webhooks.read(envelope, held, delivery, keyed, clock.instant())) {
                case TipVerdict.Proven(List<Tip> tips) -> proven(sender.get(), tips);
                case TipVerdict.Refused(TipVerdict.Why why, String words) -> refused(name, why, words);
                case TipVerdict.Unavailable(String detail) -> throw new IllegalStateException(detail);
            };
        }
    }

    /// Words for what a verdict refuses.
    ///
    /// @return SIGNAL_UNPROVEN or SIGNAL_MALFORMED
    public static <T> Outcome<T> refused(String sender, TipVerdict.Why why, String words) {
        return switch (why) {
            case SIGNATURE, ISSUER, AUDIENCE, TIME -> Outcome.refused(Refusal.SIGNAL_UNPROVEN, sender, words);
            case MALFORMED -> Outcome.refused(Refusal.SIGNAL_MALFORMED, words);
        };
    }

    /// What a transmitter's token said, whose signature was looked at elsewhere. Nobody else's is looked at there: what
    /// is signed with a secret comes by [#deliver].
    ///
    /// @param sender as it was when that was done; if it is another when this is entered, they proved nothing
    /// @return what was entered, all or none; or UNKNOWN_SENDER, SIGNAL_NOT_BELIEVED, TOO_MANY_SIGNALS, SIGNAL_FORGED,
    ///     or as `Roster.signer`
    public Outcome<List<Receipt>> enter(Sender sender, List<Tip> tips) {
        return sender.proof() instanceof Sender.Proof.Transmitter
                ? proven(sender, tips)
                : Outcome.refused(Refusal.UNKNOWN_SENDER, sender.name());
    }

    private Outcome<List<Receipt>> proven(Sender sender, List<Tip> tips) {
        SnapshotIndex index = estate.current();
        return books.write(transaction -> senders.find(transaction, sender.name())
                .then(now -> now.sender().equals(sender)
                        ? book.receive(transaction, sender, heard(index, sender, tips))
                        : Outcome.refused(Refusal.UNKNOWN_SENDER, sender.name())));
    }

    private static List<Heard> heard(SnapshotIndex index, Sender sender, List<Tip> tips) {
        Naming naming = new Naming(index);
        return tips.stream()
                .map(tip -> heard(tip, naming.of(tip, sender.sources())))
                .toList();
    }

    private static Heard heard(Tip tip, Named named) {
        return new Heard(tip, named.all(), named instanceof Named.Ambiguous);
    }

    /// That a signal is over, for good.
    ///
    /// @throws Refused if there is none of that id that stands, no reason is given, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public SignalCase settle(OfficerLogin login, String id, String remark) {
        try (OfficerKey key = officers.unlock(login)) {
            Taken taken = Outcomes.require(books.write(transaction -> book.settle(transaction, key, id, remark)));
            return new SignalCase(taken, then(taken));
        }
    }
}
