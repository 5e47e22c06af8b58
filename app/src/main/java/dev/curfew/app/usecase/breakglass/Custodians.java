package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.Holder;
import dev.curfew.governance.custody.HolderKey;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// The officers as holders of shares, each with a custody key of their own.
public final class Custodians {
    private static final Messages MESSAGES = Messages.of(Custodians.class);

    private final Books books;
    private final HolderKeys keys;

    public Custodians(Books books, HolderKeys keys) {
        this.books = books;
        this.keys = keys;
    }

    /// Who opens something.
    ///
    /// @param keyless who came, and whose key is lost or does not open
    record Brought(List<HolderKey> keys, List<String> keyless) {}

    /// The holders with their public keys; a key is made for whoever has none.
    ///
    /// @throws Refused if one is no officer
    /// @throws CustodyException if a passphrase is not that of the key that is there
    List<Holder> bound(List<OfficerLogin> holders) {
        List<String> officers = books.read(transaction ->
                transaction.officers().all().stream().map(Officer::name).toList());
        List<Holder> bound = new ArrayList<>();
        for (OfficerLogin holder : holders) {
            if (!officers.contains(holder.name())) {
                throw new Refused(MESSAGES.text("not-an-officer", holder.name()));
            }
            if (bound.stream().anyMatch(one -> one.officer().equals(holder.name()))) {
                throw new Refused(MESSAGES.text("twice", holder.name()));
            }
            bound.add(keys.ensure(holder.name(), holder.passphrase()));
        }
        return bound;
    }

    /// @throws CustodyException if a passphrase is wrong: that is no lost share, and is typed again
    Brought brought(List<OfficerLogin> holders) {
        List<HolderKey> unlocked = new ArrayList<>();
        List<String> keyless = new ArrayList<>();
        for (OfficerLogin holder : holders) {
            try {
                unlocked.add(keys.unlock(holder.name(), holder.passphrase()));
            } catch (CustodyException e) {
                if (e.kind() == CustodyException.Kind.WRONG_PASSPHRASE) {
                    throw e;
                }
                keyless.add(holder.name());
            }
        }
        return new Brought(unlocked, keyless);
    }

    /// The number of the envelope in its place; 0 where there is none that can be read.
    int lastNumber(String path, EnvelopeFiles files) {
        try {
            return files.current(path).map(Envelope::number).orElse(0);
        } catch (CustodyException _) {
            // A damaged one is replaced.
            return 0;
        }
    }
}
