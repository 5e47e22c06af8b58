package dev.curfew.app.usecase.signal;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.signal.SenderBook;
import dev.curfew.governance.signal.SenderBook.Admitted;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may signal.
public final class Senders {
    private static final Messages MESSAGES = Messages.of(Senders.class);

    /// Among the workspace's secrets.
    private static final String FOLDER = "curfew/signal/";

    private final Books books;
    private final Officers officers;
    private final SenderBook book;
    private final Secrets secrets;

    public Senders(Books books, Officers officers, SenderBook book, Secrets secrets) {
        this.books = books;
        this.officers = officers;
        this.book = book;
        this.secrets = secrets;
    }

    /// In the order in which they were first added.
    public List<Admitted> list() {
        return kept().all();
    }

    /// As [#list], with what is not what its officer signed.
    public Believed<Admitted> kept() {
        return books.isReadOnly() ? Believed.nothing() : books.read(book::inForce);
    }

    public Optional<Admitted> find(String name) {
        return list().stream().filter(one -> one.sender().name().equals(name)).findFirst();
    }

    /// Believes it from now on, in place of what had its name.
    ///
    /// @param secret that it signs with; lent; null for one that has keys of its own
    /// @throws Refused if the name is no name, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Admitted add(OfficerLogin login, Sender sender, @Nullable Secret secret) {
        books.requireWritable();
        if (!Officer.isName(sender.name())) {
            throw new Refused(MESSAGES.text("not-a-name", sender.name()));
        }
        try (OfficerKey key = officers.unlock(login)) {
            // Once an officer of the roster signed for it, and before that stands: nobody else has a sender sign with
            // another secret, and who is believed without one only proves nothing.
            return Outcomes.require(books.write(transaction -> book.enter(transaction, key, sender)
                    .map(admitted -> {
                        secrets.set(FOLDER + sender.name(), secret);
                        return admitted;
                    })));
        }
    }

    /// The one of that name who is believed when this is entered too.
    ///
    /// @return it, or UNKNOWN_SENDER, or SIGNAL_FORGED, or as `Roster.signer`
    Outcome<Admitted> find(Transaction transaction, String name) {
        return book.find(transaction, name);
    }

    /// Believes it no longer. What it signalled stands until it is settled.
    ///
    /// @throws Refused if there is none of that name, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Admitted remove(OfficerLogin login, String name) {
        books.requireWritable();
        Admitted admitted = find(name).orElseThrow(() -> new Refused(MESSAGES.text("unknown", name)));
        try (OfficerKey key = officers.unlock(login)) {
            Outcomes.require(books.write(transaction -> book.remove(transaction, key, admitted.sender())));
            secrets.remove(FOLDER + name);
            return admitted;
        }
    }

    /// The caller closes it; empty where the sender has none.
    Optional<Secret> secret(Sender sender) {
        return secrets.get(FOLDER + sender.name());
    }
}
