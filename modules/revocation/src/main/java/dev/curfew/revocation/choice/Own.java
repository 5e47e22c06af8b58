package dev.curfew.revocation.choice;

/// Whether Curfew itself hangs on a credential. The order is that of their ends: the one that acts goes last of all.
public enum Own {
    NO,
    READS,
    ACTS
}
