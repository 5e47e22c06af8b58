package dev.curfew.governance.officer;

import dev.curfew.governance.file.PrivateFiles;
import dev.curfew.governance.officer.KeyTokens.TokenKey;
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
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.time.InstantSource;
import java.util.Arrays;

/// Officers' Ed25519 keys, each in `<directory>/<name>.key`, sealed under the officer's own passphrase. The file has
/// two lines: the public key (X.509, Base64), and the sealed private key (PKCS #8), or which key on which token it is.
public final class OfficerKeys {
    /// A sealed key has some 200 bytes; more is no key file.
    private static final int FILE_BYTES_MAX = 16_384;

    private final Path directory;
    private final Passphrases passphrases;
    private final SecureRandom random;
    private final InstantSource clock;
    private final KeyTokens tokens;

    /// Where no token is looked for.
    ///
    /// @param directory made when the first key is
    public OfficerKeys(Path directory, Passphrases passphrases, SecureRandom random, InstantSource clock) {
        this(directory, passphrases, random, clock, KeyTokens.NONE);
    }

    /// @param directory made when the first key is
    public OfficerKeys(
            Path directory, Passphrases passphrases, SecureRandom random, InstantSource clock, KeyTokens tokens) {
        this.directory = directory;
        this.passphrases = passphrases;
        this.random = random;
        this.clock = clock;
        this.tokens = tokens;
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

    /// Takes a key that is on a token, and stays there: the file says which it is.
    ///
    /// @param officer as in `Officer.name`
    /// @return the public key, X.509 SubjectPublicKeyInfo in Base64
    /// @throws OfficerKeyException kind EXISTS or NOT_STORED, as [KeyTokens#open], or DAMAGED if it does not sign for
    ///     its public half
    public String adopt(String officer, TokenUri key, Secret pin) {
        TokenKey found = tokens.open(officer, key, pin);
        try (OfficerKey held = checked(new OfficerKey(officer, found.publicKey(), found.held(), clock))) {
            write(officer, held.publicKey() + "\n" + found.uri() + "\n");
            return held.publicKey();
        }
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
    /// @param passphrase for a key on a token, its PIN
    /// @throws OfficerKeyException kind MISSING, WRONG_PASSPHRASE, DAMAGED or NOT_STORED, or as [KeyTokens#open]
    public OfficerKey unlock(String officer, Secret passphrase) {
        String[] lines = read(officer).split("\n", 3);
        if (lines.length < 2) {
            throw new OfficerKeyException(Kind.DAMAGED, officer);
        }
        String held = lines[1].strip();
        HeldKey key = held.startsWith(TokenUri.SCHEME)
                ? onToken(officer, held, passphrase)
                : unsealed(officer, held, passphrase);
        return checked(new OfficerKey(officer, lines[0].strip(), key, clock));
    }

    private HeldKey onToken(String officer, String text, Secret pin) {
        TokenUri uri = TokenUri.read(text).orElseThrow(() -> new OfficerKeyException(Kind.DAMAGED, officer));
        return tokens.open(officer, uri, pin).held();
    }

    private HeldKey unsealed(String officer, String sealed, Secret passphrase) {
        byte[] clear = passphrases
                .open(sealed, passphrase)
                .orElseThrow(() -> new OfficerKeyException(Kind.WRONG_PASSPHRASE, officer));
        try {
            PrivateKey key = Ed25519.privateKey(clear);
            return text -> Ed25519.sign(key, text);
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
            key.close();
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
