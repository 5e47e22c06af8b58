package dev.curfew.app.usecase.run;

import dev.curfew.model.governance.Window;
import dev.curfew.model.proof.Proof;
import java.util.Optional;

/// What became of a command's credential.
///
/// @param window as it stands now
/// @param trouble why it could not be ended, in words; empty if it was, or somebody else had ended it
/// @param proof that it is gone, or what is known instead
/// @param lease what became of what was handed out in its place
public record JobReport(Window window, Optional<String> trouble, Proof proof, Optional<LeaseEnd> lease) {

    /// Whether it was refused wherever it was tried, and what was handed out in its place is gone.
    public boolean isProved() {
        return proof.isProved() && lease.map(LeaseEnd::isGone).orElse(true);
    }
}
