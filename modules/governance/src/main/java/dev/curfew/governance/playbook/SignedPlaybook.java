package dev.curfew.governance.playbook;

import java.time.Instant;
import java.util.List;

/// A playbook with what became of it.
///
/// @param hash what the officers signed
/// @param proposedBy the officer who brought it
/// @param signers whose signatures verify, by name
/// @param devices on so many machines; two who signed on one may be one
/// @param why more of its standing; empty where there is nothing to say
public record SignedPlaybook(
        Playbook playbook,
        String hash,
        String proposedBy,
        Instant proposedAt,
        List<String> signers,
        int devices,
        Standing standing,
        String why) {
    public SignedPlaybook {
        signers = List.copyOf(signers);
    }

    /// Where it stands.
    public enum Standing {
        /// Not signed by enough officers within one shift.
        WAITING,
        IN_FORCE,
        /// Another one of its name is in force, which was brought later, or may be: this Curfew cannot read it.
        REPLACED,
        EXPIRED,
        WITHDRAWN,
        /// A signature does not verify, or is of somebody who is no officer.
        VOID
    }

    public boolean isInForce() {
        return standing == Standing.IN_FORCE;
    }

    SignedPlaybook replaced(String how) {
        return new SignedPlaybook(playbook, hash, proposedBy, proposedAt, signers, devices, Standing.REPLACED, how);
    }
}
