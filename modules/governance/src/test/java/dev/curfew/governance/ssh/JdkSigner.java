package dev.curfew.governance.ssh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// Signs as `ssh-keygen -Y sign` does, with the JDK's keys: what is to be verified can be bent here.
final class JdkSigner {
    private final KeyPair keys;
    private final String type;
    private final byte[] blob;

    private JdkSigner(KeyPair keys, String type, byte[] blob) {
        this.keys = keys;
        this.type = type;
        this.blob = blob;
    }

    static JdkSigner ed25519() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = keys.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
        return new JdkSigner(
                keys,
                "ssh-ed25519",
                new WireWriter().string("ssh-ed25519").string(point).bytes());
    }

    static JdkSigner ecdsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        var point = ((ECPublicKey) keys.getPublic()).getW();
        byte[] uncompressed = new WireWriter()
                .raw(new byte[] {4})
                .raw(fixed(point.getAffineX()))
                .raw(fixed(point.getAffineY()))
                .bytes();
        return new JdkSigner(
                keys,
                "ecdsa-sha2-nistp256",
                new WireWriter()
                        .string("ecdsa-sha2-nistp256")
                        .string("nistp256")
                        .string(uncompressed)
                        .bytes());
    }

    static JdkSigner rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair keys = generator.generateKeyPair();
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return new JdkSigner(
                keys,
                "ssh-rsa",
                new WireWriter()
                        .string("ssh-rsa")
                        .string(key.getPublicExponent().toByteArray())
                        .string(key.getModulus().toByteArray())
                        .bytes());
    }

    String line() {
        return type + " " + Base64.getEncoder().encodeToString(blob);
    }

    /// @param scheme as the signature names it
    /// @param algorithm as the JDK has it
    String sign(String scheme, String algorithm, String namespace, String message) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-512").digest(message.getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(keys.getPrivate());
        signer.update(new WireWriter()
                .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                .string(namespace)
                .string("")
                .string("sha512")
                .string(hash)
                .bytes());
        byte[] raw = type.startsWith("ecdsa") ? numbers(signer.sign()) : signer.sign();
        return armored(new WireWriter()
                .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                .raw(new byte[] {0, 0, 0, 1})
                .string(blob)
                .string(namespace)
                .string("")
                .string("sha512")
                .string(new WireWriter().string(scheme).string(raw).bytes())
                .bytes());
    }

    static String armored(byte[] bytes) {
        return "-----BEGIN SSH SIGNATURE-----\n"
                + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END SSH SIGNATURE-----\n";
    }

    static byte[] bytes(String armored) {
        return Base64.getMimeDecoder()
                .decode(armored.replace("-----BEGIN SSH SIGNATURE-----", "")
                        .replace("-----END SSH SIGNATURE-----", ""));
    }

    private static byte[] numbers(byte[] p1363) {
        return new WireWriter()
                .string(new BigInteger(1, Arrays.copyOfRange(p1363, 0, 32)).toByteArray())
                .string(new BigInteger(1, Arrays.copyOfRange(p1363, 32, 64)).toByteArray())
                .bytes();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
        return fixed;
    }
}
