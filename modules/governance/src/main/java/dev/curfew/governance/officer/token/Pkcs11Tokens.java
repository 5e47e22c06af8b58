package dev.curfew.governance.officer.token;

import dev.curfew.governance.officer.HeldKey;
import dev.curfew.governance.officer.KeyTokens;
import dev.curfew.governance.officer.OfficerKeyException;
import dev.curfew.governance.officer.OfficerKeyException.Kind;
import dev.curfew.governance.officer.TokenUri;
import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keys on tokens that a PKCS #11 module talks to: whoever makes the token has one, OpenSC has one for many.
public final class Pkcs11Tokens implements KeyTokens {
    /// A module begins once in a process.
    private static final Map<Path, Cryptoki> LOADED = new ConcurrentHashMap<>();

    private static final long CLASS = 0x0;
    private static final long LABEL = 0x3;
    private static final long KEY_TYPE = 0x100;
    private static final long ID = 0x102;
    private static final long EC_POINT = 0x181;
    private static final long PUBLIC_KEY = 0x2;
    private static final long PRIVATE_KEY = 0x3;
    private static final long EC_EDWARDS = 0x40;

    /// What X.509 has before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final byte[] SUBJECT_PUBLIC_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    private final Path module;

    /// @param module absolute
    public Pkcs11Tokens(Path module) {
        this.module = module;
    }

    @Override
    public TokenKey open(String officer, TokenUri key, Secret pin) {
        try {
            return new Opening(LOADED.computeIfAbsent(module, Cryptoki::load), officer, key).open(pin);
        } catch (IllegalArgumentException e) {
            throw new OfficerKeyException(Kind.NO_MODULE, officer, e);
        } catch (CryptokiException e) {
            throw new OfficerKeyException(kind(e), officer, e);
        }
    }

    private static Kind kind(CryptokiException e) {
        if (e.isPinLocked()) {
            return Kind.PIN_LOCKED;
        }
        return e.isWrongPin() ? Kind.WRONG_PIN : Kind.TOKEN_FAILED;
    }

    private record Opening(Cryptoki cryptoki, String officer, TokenUri uri) {
        TokenKey open(Secret pin) {
            long slot = slot();
            long session = cryptoki.open(slot);
            boolean open = false;
            try {
                login(session, pin);
                TokenKey key = key(slot, session);
                open = true;
                return key;
            } finally {
                if (!open) {
                    cryptoki.close(session);
                }
            }
        }

        /// The one that fits: of two nobody knows which is meant, and a PIN that is tried on the wrong one locks it.
        private long slot() {
            long[] fitting = Arrays.stream(cryptoki.slots()).filter(this::fits).toArray();
            if (fitting.length != 1) {
                throw new OfficerKeyException(Kind.NO_TOKEN, officer);
            }
            return fitting[0];
        }

        private boolean fits(long slot) {
            Cryptoki.Token token = cryptoki.token(slot);
            return uri.get(TokenUri.TOKEN).orElse(token.label()).equals(token.label())
                    && uri.get(TokenUri.SERIAL).orElse(token.serial()).equals(token.serial());
        }

        private void login(long session, Secret pin) {
            byte[] bytes = pin.reveal().getBytes(StandardCharsets.UTF_8);
            try {
                cryptoki.login(session, bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }

        private TokenKey key(long slot, long session) {
            Map<Long, byte[]> wanted = edwards(PRIVATE_KEY);
            uri.get(TokenUri.OBJECT).ifPresent(label -> wanted.put(LABEL, Latin.bytes(label)));
            uri.get(TokenUri.ID).ifPresent(id -> wanted.put(ID, Latin.bytes(id)));
            long privateKey = one(session, wanted);
            byte[] id = cryptoki.attribute(session, privateKey, ID);
            Map<Long, byte[]> publicHalf = edwards(PUBLIC_KEY);
            publicHalf.put(ID, id);
            byte[] point = cryptoki.attribute(session, one(session, publicHalf), EC_POINT);
            TokenUri exact =
                    new TokenUri(Map.of(TokenUri.SERIAL, cryptoki.token(slot).serial(), TokenUri.ID, Latin.text(id)));
            return new TokenKey(exact, publicKey(point), new OnToken(cryptoki, officer, session, privateKey));
        }

        /// @param half PUBLIC_KEY or PRIVATE_KEY
        private static Map<Long, byte[]> edwards(long half) {
            Map<Long, byte[]> attributes = new LinkedHashMap<>();
            attributes.put(CLASS, Cryptoki.number(half));
            attributes.put(KEY_TYPE, Cryptoki.number(EC_EDWARDS));
            return attributes;
        }

        private long one(long session, Map<Long, byte[]> wanted) {
            long[] found = cryptoki.find(session, wanted);
            if (found.length != 1) {
                throw new OfficerKeyException(Kind.NO_TOKEN, officer);
            }
            return found[0];
        }

        /// Version 2.40 wraps the point as an octet string, version 3.0 has the bytes alone: the key is what ends it.
        private String publicKey(byte[] point) {
            if (point.length < KEY_BYTES) {
                throw new OfficerKeyException(Kind.TOKEN_FAILED, officer);
            }
            byte[] encoded = Arrays.copyOf(SUBJECT_PUBLIC_KEY, SUBJECT_PUBLIC_KEY.length + KEY_BYTES);
            System.arraycopy(point, point.length - KEY_BYTES, encoded, SUBJECT_PUBLIC_KEY.length, KEY_BYTES);
            return Base64.getEncoder().encodeToString(encoded);
        }
    }

    /// @param session of its own, that ends with it
    private record OnToken(Cryptoki cryptoki, String officer, long session, long key) implements HeldKey {
        @Override
        public String sign(String text) {
            try {
                return Base64.getEncoder()
                        .encodeToString(cryptoki.sign(session, key, text.getBytes(StandardCharsets.UTF_8)));
            } catch (CryptokiException e) {
                throw new OfficerKeyException(Kind.TOKEN_FAILED, officer, e);
            }
        }

        @Override
        public void close() {
            try {
                cryptoki.close(session);
            } catch (CryptokiException _) {
                // The token was pulled, and its sessions are over with that: what it signed before stands.
            }
        }
    }
}
