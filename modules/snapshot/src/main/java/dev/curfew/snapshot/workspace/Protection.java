package dev.curfew.snapshot.workspace;

/// What a workspace's keys are wrapped with.
public enum Protection {
    PASSPHRASE,
    KEYCHAIN
}
