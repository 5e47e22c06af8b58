package dev.curfew.governance.officer;

import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.governance.officer.OfficerKeyException.Kind;
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
import java.time.InstantSource;
import java.util.Arrays;

/// Officers' Ed25519 keys, each in `<directory>/<name>.key`, sealed under the officer's own passphrase. The file has
/// two lines: the public key (X.509, Base64), and the sealed private key (PKCS #8).
public final class OfficerKeys {
    /// A sealed key has some 200 bytes; more is no key file.
    private static final int FILE_BYTES_MAX = 16_384;

    private final Path directory;
    private final Passphrases passphrases;
    private final SecureRandom random;
    private final InstantSource clock;

    /// @param directory made when the first key is
    public OfficerKeys(Path directory, Passphrases passphrases, SecureRandom random, InstantSource clock) {
        this.directory = directory;
        this.passphrases = passphrases;
        this.random = random;
        this.clock = clock;
    }

    /// Makes a key pair and writes its file: atomically, never over another, readable by its owner only.
    ///
    /// @param officer as in `Officer.name`
    /// @return the public key, X.509 SubjectPublicKeyInfo in Base64
    /// @throws OfficerKeyException kind EXISTS or NOT_STORED
    public String make(String officer, Secret passphrase) {
        KeyPair pair = Ed25519.newPair(random);
        String publicKey = Ed25519.publicText(pair.getPublic());
        byte[] clear = pair.getPrivate().getEncoded();
        try {
            write(officer, publicKey + "\n" + passphrases.seal(clear, passphrase) + "\n");
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
        return publicKey;
    }

    private void write(String officer, String text) {
        try {
            if (!PrivateFiles.writeNew(file(officer), text)) {
                throw new OfficerKeyException(Kind.EXISTS, officer);
            }
        } catch (IOException e) {
            throw new OfficerKeyException(Kind.NOT_STORED, officer, e);
        }
    }

    /// A handle that signs for a few minutes; close it when the decision is made.
    ///
    /// @throws OfficerKeyException kind MISSING, WRONG_PASSPHRASE, DAMAGED or NOT_STORED
    public OfficerKey unlock(String officer, Secret passphrase) {
        String[] lines = read(officer).split("\n", 3);
        if (lines.length < 2) {
            throw new OfficerKeyException(Kind.DAMAGED, officer);
        }
        byte[] clear = passphrases
                .open(lines[1].strip(), passphrase)
                .orElseThrow(() -> new OfficerKeyException(Kind.WRONG_PASSPHRASE, officer));
        try {
            OfficerKey key = new OfficerKey(officer, lines[0].strip(), Ed25519.privateKey(clear), clock);
            return checked(key);
        } catch (InvalidKeySpecException e) {
            throw new OfficerKeyException(Kind.DAMAGED, officer, e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /// The public line is not sealed: a changed one would make every later signature look forged.
    private static OfficerKey checked(OfficerKey key) {
        String text = "curfew officer key check";
        if (!Ed25519.verifies(key.publicKey(), text, key.sign(text))) {
            throw new OfficerKeyException(Kind.DAMAGED, key.officer());
        }
        return key;
    }

    private String read(String officer) {
        Path file = file(officer);
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new OfficerKeyException(Kind.DAMAGED, officer);
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new OfficerKeyException(Kind.MISSING, officer, e);
        } catch (IOException e) {
            throw new OfficerKeyException(Kind.NOT_STORED, officer, e);
        }
    }

    /// Whether this machine has the officer's key.
    public boolean has(String officer) {
        return Files.isRegularFile(file(officer));
    }

    /// Takes back a key that [#make] made when its officer could not be entered.
    void discard(String officer) {
        try {
            Files.deleteIfExists(file(officer));
        } catch (IOException e) {
            throw new OfficerKeyException(Kind.NOT_STORED, officer, e);
        }
    }

    /// @throws IllegalArgumentException if it is not an officer's name, so that no name leads out of the folder
    private Path file(String officer) {
        if (!Officer.isName(officer)) {
            throw new IllegalArgumentException("not an officer's name: '" + officer + "'");
        }
        return directory.resolve(officer + ".key");
    }
}
