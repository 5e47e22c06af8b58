package dev.curfew.connector.folder.x509;

import java.util.ArrayList;
import java.util.List;

/// What one file, or all of them, hold of certificates and keys, and what in them could not be read.
public final class Found {
    private final List<FoundCertificate> certificates = new ArrayList<>();
    private final List<FoundKey> keys = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public void add(FoundCertificate certificate) {
        certificates.add(certificate);
    }

    public void add(FoundKey key) {
        keys.add(key);
    }

    /// @param why with the path, for a person
    public void problem(String why) {
        problems.add(why);
    }

    public void addAll(Found other) {
        certificates.addAll(other.certificates);
        keys.addAll(other.keys);
        problems.addAll(other.problems);
    }

    public List<FoundCertificate> certificates() {
        return List.copyOf(certificates);
    }

    public List<FoundKey> keys() {
        return List.copyOf(keys);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
