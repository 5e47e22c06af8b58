package dev.curfew.governance.custody;

import dev.curfew.governance.custody.CustodyException.Kind;
import dev.curfew.governance.custody.share.ShareSeal;
import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.Passphrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;

/// Holders' custody keys, each in a file of two lines, as officers' signing keys are: the public key, and the private
/// one sealed under the holder's own passphrase. A file and its passphrase are enough: no workspace, no keychain.
public final class HolderKeys {
    private static final int FILE_BYTES_MAX = 16_384;

    private final Path directory;
    private final Passphrases passphrases;
    private final SecureRandom random;

    /// @param directory made when the first key is
    public HolderKeys(Path directory, Passphrases passphrases, SecureRandom random) {
        this.directory = directory;
        this.passphrases = passphrases;
        this.random = random;
    }

    /// Whether this machine has the officer's key.
    public boolean has(String officer) {
        return Files.isRegularFile(file(officer));
    }

    /// The holder as of their key's file, which is made if there is none.
    ///
    /// @throws CustodyException if the passphrase is not that of the file that is there, or it cannot be written
    public Holder ensure(String officer, Secret passphrase) {
        if (!has(officer)) {
            make(officer, passphrase);
        }
        return unlock(officer, passphrase).holder();
    }

    private void make(String officer, Secret passphrase) {
        KeyPair pair = ShareSeal.newPair(random);
        byte[] clear = pair.getPrivate().getEncoded();
        try {
            String text = ShareSeal.publicText(pair.getPublic()) + "\n" + passphrases.seal(clear, passphrase) + "\n";
            if (!PrivateFiles.writeNew(file(officer), text)) {
                throw new CustodyException(Kind.KEY_EXISTS, officer);
            }
        } catch (IOException e) {
            throw new CustodyException(Kind.NOT_STORED, officer, e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /// @throws CustodyException kind KEY_MISSING, WRONG_PASSPHRASE, KEY_DAMAGED or NOT_STORED
    public HolderKey unlock(String officer, Secret passphrase) {
        return unlock(officer, file(officer), passphrase);
    }

    /// As above, from wherever the file was brought.
    public HolderKey unlock(String officer, Path file, Secret passphrase) {
        String[] lines = read(officer, file).split("\n", 3);
        if (lines.length < 2) {
            throw new CustodyException(Kind.KEY_DAMAGED, officer);
        }
        byte[] clear = passphrases
                .open(lines[1].strip(), passphrase)
                .orElseThrow(() -> new CustodyException(Kind.WRONG_PASSPHRASE, officer));
        try {
            return new HolderKey(new Holder(officer, lines[0].strip()), ShareSeal.privateKey(clear));
        } catch (InvalidKeySpecException e) {
            throw new CustodyException(Kind.KEY_DAMAGED, officer, e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static String read(String officer, Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new CustodyException(Kind.KEY_DAMAGED, officer);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new CustodyException(Kind.KEY_MISSING, officer, e);
        } catch (IOException e) {
            throw new CustodyException(Kind.NOT_STORED, officer, e);
        }
    }

    private Path file(String officer) {
        if (!Officer.isName(officer)) {
            throw new IllegalArgumentException("not an officer's name: '" + officer + "'");
        }
        return directory.resolve(officer + ".custody");
    }
}
