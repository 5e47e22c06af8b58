package dev.curfew.snapshot.export.manifest;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Makes and checks a manifest's signature.
public final class ManifestSignature {
    private static final String ALGORITHM = "Ed25519";

    private ManifestSignature() {}

    public static Manifest sign(Manifest manifest, ManifestSigner signer) {
        return manifest.signed(Base64.getEncoder().encodeToString(signer.sign(manifest.signedBytes())));
    }

    /// Whether the signature is by the manifest's key over the manifest. Whose key that is, is another question.
    public static boolean fits(Manifest manifest) {
        try {
            byte[] key = Base64.getDecoder().decode(manifest.publicKey());
            PublicKey publicKey = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(manifest.signedBytes());
            return signature.verify(Base64.getDecoder().decode(manifest.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            // No such key, or no such signature: it does not fit.
            return false;
        }
    }
}
