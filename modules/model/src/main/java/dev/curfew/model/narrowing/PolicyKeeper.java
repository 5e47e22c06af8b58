package dev.curfew.model.narrowing;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;

/// Writes policies at a source, each as a new version of one that stands there.
public interface PolicyKeeper {

    /// @throws SourceException if it cannot be read, or its text is not one that is written from here
    PolicyText read(PolicyId policy) throws InterruptedException;

    /// Puts another text in its place if it still stands as expected; else `Refused`.
    ActionOutcome replace(PolicyId policy, PolicyText expected, String text) throws InterruptedException;

    /// Puts a former version back, in one step, if it still stands as expected; else `Refused`.
    ActionOutcome restore(PolicyId policy, PolicyText expected, PolicyText prior) throws InterruptedException;
}
