package dev.curfew.snapshot.export.manifest;

import java.util.Map;

/// One file of an export.
///
/// @param bytes its length before compression
/// @param lines how many line feeds it has
/// @param sha256 64 lower-case hexadecimal digits
public record ManifestFile(String name, long bytes, long lines, String sha256) {

    Map<String, Object> toJson() {
        return Map.of("name", name, "bytes", bytes, "lines", lines, "sha256", sha256);
    }
}
