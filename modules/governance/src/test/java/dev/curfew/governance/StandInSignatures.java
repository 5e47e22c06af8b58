package dev.curfew.governance;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Ed25519 for tests that are not about signatures and make tens of thousands of them: real keys, and under their name
/// an HMAC with the private one, which whoever verifies looks up. Fifty times as fast, and still no other key's.
final class StandInSignatures extends Provider implements AutoCloseable {
    private static final long serialVersionUID = 1;
    private static final String ED25519 = "Ed25519";
    private static final String NAME = "StandInSignatures";
    private static final Map<String, PrivateKey> PRIVATE = new ConcurrentHashMap<>();

    private StandInSignatures() {
        super(NAME, "1", "Ed25519's stand-in");
        put("KeyPairGenerator." + ED25519, Pairs.class.getName());
        put("Signature." + ED25519, Signatures.class.getName());
    }

    static StandInSignatures install() {
        StandInSignatures provider = new StandInSignatures();
        Security.insertProviderAt(provider, 1);
        return provider;
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
        PRIVATE.clear();
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// Made by the platform, and remembered.
    public static final class Pairs extends KeyPairGeneratorSpi {
        private final KeyPairGenerator real;

        public Pairs() throws GeneralSecurityException {
            real = KeyPairGenerator.getInstance(ED25519, "SunEC");
        }

        @Override
        public void initialize(int size, SecureRandom random) {
            real.initialize(size, random);
        }

        @Override
        public void initialize(AlgorithmParameterSpec params, SecureRandom random)
                throws InvalidAlgorithmParameterException {
            real.initialize(NamedParameterSpec.ED25519, random);
        }

        @Override
        public KeyPair generateKeyPair() {
            KeyPair pair = real.generateKeyPair();
            PRIVATE.put(text(pair.getPublic()), pair.getPrivate());
            return pair;
        }
    }

    /// An HMAC of Ed25519's length.
    public static final class Signatures extends SignatureSpi {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private final Mac mac;

        public Signatures() throws GeneralSecurityException {
            mac = Mac.getInstance("HmacSHA512");
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            message.reset();
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA512"));
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            PrivateKey own = PRIVATE.get(text(key));
            if (own == null) {
                throw new InvalidKeyException("not made here");
            }
            engineInitSign(own);
        }

        @Override
        protected void engineUpdate(byte one) {
            message.write(one);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {
            message.write(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() {
            return mac.doFinal(message.toByteArray());
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return MessageDigest.isEqual(engineSign(), signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
