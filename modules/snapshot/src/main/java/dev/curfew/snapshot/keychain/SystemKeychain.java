package dev.curfew.snapshot.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import dev.curfew.snapshot.file.Reason;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keychain of the operating system: macOS's Keychain, Windows's Credential Manager, the Secret Service or KWallet
/// over D-Bus on Linux.
public final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);

    /// Under which name entries stand there.
    private static final String SERVICE = "dev.curfew";

    private final Keyring keyring;

    private SystemKeychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// Empty where there is none, as on a server without D-Bus.
    public static Optional<Keychain> find() {
        try {
            return Optional.of(new SystemKeychain(Keyring.create()));
        } catch (BackendNotSupportedException e) {
            LOG.debug("no keychain: {}", Reason.of(e));
            return Optional.empty();
        }
    }

    @Override
    public Optional<Secret> find(String account) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, account)).map(Secret::of);
        } catch (PasswordAccessException e) {
            // The back ends do not tell "there is none" from "you may not".
            LOG.debug("the keychain gave nothing: {}", Reason.of(e));
            return Optional.empty();
        }
    }

    @Override
    public void keep(String account, Secret value) {
        try {
            keyring.setPassword(SERVICE, account, value.reveal());
        } catch (PasswordAccessException e) {
            throw new KeychainException(Messages.of(SystemKeychain.class).text("refused", Reason.of(e)), e);
        }
    }

    @Override
    public void forget(String account) {
        try {
            keyring.deletePassword(SERVICE, account);
        } catch (PasswordAccessException e) {
            if (find(account).isPresent()) {
                throw new KeychainException(Messages.of(SystemKeychain.class).text("refused", Reason.of(e)), e);
            }
        }
    }
}
