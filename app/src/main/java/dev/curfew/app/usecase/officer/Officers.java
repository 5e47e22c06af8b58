package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.officer.TokenUri;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// Keeps the roster of those who decide, and unlocks their keys.
public final class Officers {
    private static final Messages MESSAGES = Messages.of(Officers.class);

    private final Books books;
    private final OfficerDesk desk;
    private final OfficerKeys keys;
    private final KeptPassphrases kept;

    public Officers(Books books, OfficerDesk desk, OfficerKeys keys, KeptPassphrases kept) {
        this.books = books;
        this.desk = desk;
        this.keys = keys;
        this.kept = kept;
    }

    /// In the order of their adding.
    public List<Officer> list() {
        return desk.list();
    }

    /// Makes the officer's key and seals it under their passphrase.
    ///
    /// @throws Refused if the name is taken or not a name, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if a key file of that name is there, or cannot be
    ///     written
    public Officer add(OfficerLogin login, String displayName) {
        return add(login, displayName, Optional.empty());
    }

    /// As [#add], also with a key that is on a token, which keeps it.
    ///
    /// @param login with the token's PIN where there is one
    /// @param token empty: the key is made
    public Officer add(OfficerLogin login, String displayName, Optional<TokenUri> token) {
        requireNew(login);
        return Outcomes.require(desk.add(login.name(), displayName, login.passphrase(), token));
    }

    private void requireNew(OfficerLogin login) {
        requireName(login.name());
        if (login.passphrase().isEmpty()) {
            throw new Refused(MESSAGES.text("no-passphrase", login.name()));
        }
    }

    /// @throws Refused if nothing can be entered here
    void requireWritable() {
        books.requireWritable();
    }

    private void requireName(String name) {
        requireWritable();
        if (!Officer.isName(name)) {
            throw new Refused(MESSAGES.text("not-a-name", name));
        }
    }

    /// Enters an officer whose key is on another machine.
    ///
    /// @param publicKey as `curfew officer list` shows it there
    /// @throws Refused if it is no such key or another's, the name is taken or not a name, or the workspace is
    ///     read-only
    public Officer enrol(String name, String displayName, String publicKey) {
        requireName(name);
        return Outcomes.require(desk.enrol(name, displayName, publicKey.strip()));
    }

    /// As [#add], once the roster is founded.
    ///
    /// @param signer an officer, whose signature is the first
    /// @throws Refused as [#add], or if the signer is no officer
    /// @throws dev.curfew.governance.officer.OfficerKeyException as [#add], or if the signer's passphrase is wrong
    public Proposal propose(
            OfficerLogin signer, OfficerLogin login, String displayName, Optional<TokenUri> token, List<String> roles) {
        requireNew(login);
        try (OfficerKey key = unlock(signer)) {
            return Outcomes.require(desk.propose(key, login.name(), displayName, login.passphrase(), token, roles));
        }
    }

    /// As [#enrol], once the roster is founded.
    ///
    /// @throws Refused as [#enrol], or if the signer is no officer
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the signer's passphrase is wrong
    public Proposal propose(
            OfficerLogin signer, String name, String displayName, String publicKey, List<String> roles) {
        requireName(name);
        try (OfficerKey key = unlock(signer)) {
            return Outcomes.require(desk.propose(key, name, displayName, publicKey.strip(), roles));
        }
    }

    /// Those of [#list] whose keys are on this machine.
    public List<Officer> signers() {
        return list().stream().filter(officer -> keys.has(officer.name())).toList();
    }

    /// Has the keychain of whoever is logged in keep the passphrase, if it is the right one.
    ///
    /// @throws Refused if it is empty, or there is no keychain
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong or the key not here
    /// @throws dev.curfew.snapshot.keychain.KeychainException if it was not kept
    public void keep(OfficerLogin login) {
        requireNew(login);
        try (OfficerKey _ = keys.unlock(login.name(), login.passphrase())) {
            kept.keep(login.name(), login.passphrase());
        }
    }

    /// Whether there is one to keep passphrases.
    public boolean hasKeychain() {
        return kept.isPossible();
    }

    /// @throws Refused if there is no keychain
    public void requireKeychain() {
        kept.there();
    }

    /// Has the keychain forget what it keeps of this officer.
    ///
    /// @throws Refused if there is no keychain
    /// @throws dev.curfew.snapshot.keychain.KeychainException if it is still there
    public void forget(String name) {
        kept.forget(name);
    }

    /// A handle that signs for a few minutes; close it when the decision is made.
    ///
    /// @param login with an empty passphrase where the keychain keeps it
    /// @throws Refused if there is no such officer, their key was revoked, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong or the key not here
    public OfficerKey unlock(OfficerLogin login) {
        books.requireWritable();
        Outcomes.require(desk.find(login.name()));
        if (!login.passphrase().isEmpty()) {
            return keys.unlock(login.name(), login.passphrase());
        }
        try (Secret passphrase = kept.of(login.name())) {
            return keys.unlock(login.name(), passphrase);
        }
    }
}
