package dev.curfew.snapshot.export.manifest;

import dev.curfew.model.text.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an export holds, signed.
///
/// @param format always [#FORMAT]
/// @param workspace the id of the workspace that it was made of
/// @param snapshotTakenAt when the newest sync in it was recorded
/// @param publicKey the signer's Ed25519 key, X.509 SubjectPublicKeyInfo in Base64; whether to trust it is the
///     reader's question
/// @param signature Ed25519 over [#signedBytes], Base64
public record Manifest(
        String format,
        int version,
        Instant createdAt,
        String workspace,
        long snapshotNumber,
        Instant snapshotTakenAt,
        List<ManifestFile> files,
        String publicKey,
        String signature) {
    public static final String FORMAT = "curfew-export";

    /// What this program writes, and the newest it reads.
    public static final int VERSION = 1;

    public Manifest {
        files = List.copyOf(files);
    }

    /// RFC 8785 JSON of everything but the signature.
    public byte[] signedBytes() {
        return CanonicalJson.bytes(unsigned());
    }

    Manifest signed(String by) {
        return new Manifest(
                format, version, createdAt, workspace, snapshotNumber, snapshotTakenAt, files, publicKey, by);
    }

    /// The file: RFC 8785 JSON of everything.
    public byte[] bytes() {
        Map<String, Object> json = unsigned();
        json.put("signature", signature);
        return CanonicalJson.bytes(json);
    }

    private Map<String, Object> unsigned() {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", format);
        json.put("version", version);
        json.put("createdAt", createdAt.toString());
        json.put("workspace", workspace);
        json.put("snapshotNumber", snapshotNumber);
        json.put("snapshotTakenAt", snapshotTakenAt.toString());
        json.put("files", files.stream().map(ManifestFile::toJson).toList());
        json.put("publicKey", publicKey);
        return json;
    }
}
