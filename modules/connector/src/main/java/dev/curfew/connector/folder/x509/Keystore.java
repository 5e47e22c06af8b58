package dev.curfew.connector.folder.x509;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A keystore. Its entries are listed; no key in it is decrypted.
final class Keystore {
    private static final Messages MESSAGES = Messages.of(Keystore.class);

    private final String type;
    private final String path;
    private final byte[] bytes;

    /// @param type as `KeyStore` calls it
    /// @param bytes lent
    Keystore(String type, String path, byte[] bytes) {
        this.type = type;
        this.path = path;
        this.bytes = bytes;
    }

    Found read(List<Secret> passwords) {
        Found found = new Found();
        try {
            Optional<KeyStore> store = open(passwords);
            if (store.isPresent()) {
                entries(store.get(), found);
            } else {
                found.problem(MESSAGES.text(passwords.isEmpty() ? "keystore.locked" : "keystore.unfit", path));
            }
        } catch (GeneralSecurityException _) {
            found.problem(MESSAGES.text("keystore.unreadable", path));
        }
        return found;
    }

    /// The certificates of a JKS can be listed without its password, which only keeps it from being changed.
    Optional<KeyStore> open(List<Secret> passwords) throws GeneralSecurityException {
        for (Secret password : passwords) {
            Optional<KeyStore> opened = load(password.use(char[]::clone));
            if (opened.isPresent()) {
                return opened;
            }
        }
        Optional<KeyStore> bare = load(null);
        return bare.isPresent() && isWhole(bare.get()) ? bare : Optional.empty();
    }

    /// Without its password a PKCS #12 shows keys whose certificates it hides, or nothing.
    private static boolean isWhole(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) == null) {
                return false;
            }
        }
        return store.size() > 0;
    }

    private Optional<KeyStore> load(char @Nullable [] password) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try {
            store.load(new ByteArrayInputStream(bytes), password);
            return Optional.of(store);
        } catch (IOException _) {
            // the library has one exception for another password and for damage
            return Optional.empty();
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }

    private void entries(KeyStore store, Found found) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            String place = MESSAGES.text("alias", path, alias.replaceAll("\\p{Cntrl}", "?"));
            boolean key = store.isKeyEntry(alias);
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain != null) {
                for (int i = 0; i < chain.length; i++) {
                    add(chain[i], place, key && i == 0, found);
                }
            } else {
                add(store.getCertificate(alias), place, false, found);
            }
            if (key) {
                key(store.getCertificate(alias), place, found);
            }
        }
    }

    private static void add(@Nullable Certificate certificate, String place, boolean withKey, Found found) {
        if (certificate instanceof X509Certificate x509) {
            found.add(new FoundCertificate(x509, place, withKey));
        }
    }

    private void key(@Nullable Certificate certificate, String place, Found found) {
        String spki = certificate == null
                ? ""
                : PemFile.hash(certificate.getPublicKey().getEncoded());
        found.add(new FoundKey(spki.isEmpty() ? "file/" + place : spki, spki, "", type, true, place));
    }
}
